// The script of a password thread. It is JavaScript, because Node 20 runs nothing else, and
// CommonJS like the bundle: the same file serves the source and the bundle, where it is an entry
// point of its own (scripts/build.mjs).
const { readlinkSync } = require("node:fs");
const { constants, getPriority, setPriority } = require("node:os");
const { basename } = require("node:path");
const { parentPort } = require("node:worker_threads");
const { compare, hash } = require("bcryptjs");

/**
 * Lowers the priority of this thread, so that logins don't delay other requests. Only Linux has priorities for single
 * threads.
 */
function stepBack() {
  try {
    const thread = Number(basename(readlinkSync("/proc/thread-self")));
    const { PRIORITY_BELOW_NORMAL: step, PRIORITY_LOW: lowest } = constants.priority;
    // Below the server's own priority, whatever that is.
    setPriority(thread, Math.min(getPriority() + step, lowest));
  } catch {
    // The priority is optional: the file may be missing, or writing it may be forbidden.
  }
}

if (process.platform === "linux") stepBack();

/** Messages from `password-workers.ts`: { text, workFactor } or { text, bcryptHash }. */
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
