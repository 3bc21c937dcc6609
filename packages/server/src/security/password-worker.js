// What a thread for passwords runs. JavaScript, since Node 20 runs nothing else, and so the same file serves from
// the source and in the bundle, where it is an entry point of its own (scripts/build.mjs).
import { parentPort } from "node:worker_threads";
import { compare, hash } from "bcryptjs";

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
