/** `outlay`: hands the process to `run`; the only file that touches it. */
import { run } from "./run.ts";
import { processIo } from "./terminal/io.ts";
import { terminalPrompts } from "./terminal/prompts.ts";

// Whoever reads our output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const [, , ...args] = process.argv;

process.exitCode = await run(args, {
  io: processIo(process),
  env: process.env,
  clock: () => new Date(),
  terminalPrompts: terminalPrompts(process.stderr),
  stopRequested: () =>
    new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    }),
});
