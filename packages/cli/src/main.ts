/** `outlay`: hands the process to `run`; the only file that touches it. */
import { exitCodes } from "./errors/exit-codes.ts";
import type { Descriptions } from "./help/described.ts";
import { run } from "./run.ts";
import { processIo } from "./terminal/io.ts";
import { terminalPrompts } from "./terminal/prompts.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  const { code } = error;
  // Whoever reads our output may stop early, as `head` does.
  if (code === "EPIPE") return;
  process.stderr.write(`outlay: The output can't be written (${code ?? error.message}).\n`);
  process.exitCode = exitCodes.storage_full;
});

// Nobody is left to be told: whoever read it has gone, as a server's log reader may, or its disk is full.
process.stderr.on("error", () => undefined);

/** Made of the commands when they were bundled. */
function readDescriptions(): Descriptions {
  // An import of it, which also makes all that it has ready, takes every command longer.
  const { readFileSync } = process.getBuiltinModule("node:fs");
  return JSON.parse(readFileSync(new URL("help.json", import.meta.url), "utf8")) as Descriptions;
}

const [, , ...args] = process.argv;

const exitCode = await run(args, {
  io: processIo(process),
  env: process.env,
  clock: () => new Date(),
  terminalPrompts: terminalPrompts(process.stderr),
  signals: process,
  descriptions: readDescriptions,
});

// Output that couldn't be written has set one already.
process.exitCode ??= exitCode;
