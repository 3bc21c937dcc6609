// What a thread for passwords runs. JavaScript, since Node 20 runs nothing else, and CommonJS as the bundle is: so the
// same file serves from the source and in the bundle, where it is an entry point of its own (scripts/build.mjs).
const { readlinkSync } = require("node:fs");
const { constants, setPriority } = require("node:os");
const { basename } = require("node:path");
const { parentPort } = require("node:worker_threads");
const { compare, hash } = require("bcryptjs");

/** A login can wait a little so that all others needn't. Only Linux has priorities for single threads. */
function stepBack() {
  try {
    const thread = Number(basename(readlinkSync("/proc/thread-self")));
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Passwords are checked all the same where there is no such file, or no right to do so.
  }
}

if (process.platform === "linux") stepBack();

/** What `password-workers.ts` asks for: { text, workFactor } or { text, bcryptHash }. */
parentPort?.on("message", async ({ text, workFactor, bcryptHash }) => {
  try {
    const result =
      bcryptHash === undefined ? await hash(text, workFactor) : await compare(text, bcryptHash);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage({ result });
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage({ error });
  }
});
