// Loaded into a server: tells the parent process how many bytes are in use after garbage
// collection.
const { isMainThread } = require("node:worker_threads");

// The server's threads load it, too.
if (isMainThread) {
  process.on("message", () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send(heapUsed + external);
  });
  // A server that stops doesn't wait for the next question.
  process.channel.unref();
}
