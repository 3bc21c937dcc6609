/** `outlay`: passes the process to `run`; the only file that touches it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "./errors/exit-codes.ts";
import type { Descriptions } from "./help/described.ts";
import { run } from "./program/run.ts";
import { processIo } from "./terminal/io.ts";
import { terminalPrompts } from "./terminal/prompts.ts";

/** Generated from the commands when they were bundled. */
const readDescriptions = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, "help.json"), "utf8")) as Descriptions;

function tellUndone(code: number): void {
  if (code !== exitCodes.unexpected) return;
  process.stderr.write("outlay: Stopped before finishing. This is a bug in Outlay.\n");
}

export async function main(): Promise<void> {
  // Node exits when nothing is left to wait for, even if the command hasn't finished.
  process.exitCode = exitCodes.unexpected;
  process.once("exit", tellUndone);
  let isOutputLost = false;
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    // The reader of the output may stop early, as `head` does.
    if (code === "EPIPE") return;
    isOutputLost = true;
    process.stderr.write(`outlay: The output can't be written (${code ?? message}).\n`);
    process.exitCode = exitCodes.storage_full;
  });
  // An error on stderr has nobody left to be told to: its reader has gone, or the log's disk is full.
  process.stderr.on("error", () => undefined);

  const [, , ...args] = process.argv;
  const exitCode = await run(args, {
    io: processIo(process),
    env: process.env,
    clock: () => new Date(),
    terminalPrompts: terminalPrompts(process.stderr, () => process.stdin),
    signals: process,
    descriptions: readDescriptions,
  });
  process.off("exit", tellUndone);
  if (!isOutputLost) process.exitCode = exitCode;
}
