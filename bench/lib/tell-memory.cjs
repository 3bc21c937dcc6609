// Loaded into a server: tells the process that started it how many bytes are in use, once garbage is collected.
const { isMainThread } = require("node:worker_threads");

// Its threads load it, too.
if (isMainThread) {
  process.on("message", () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send(heapUsed + external);
  });
  // A server that stops doesn't wait for the next question.
  process.channel.unref();
}
