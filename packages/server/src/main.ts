/** `outlay-server`: the server without the client, configured by `OUTLAY_…` variables, and the management of its accounts. */
import { text } from "node:stream/consumers";
import { UnclearFolder } from "@outlay/files";
import { version } from "../package.json";
import { exitCodes } from "./admin/command-error.ts";
import { BadSettings, readConfig } from "./config/config.ts";
import { defaultDataFolder } from "./config/data-folder.ts";
import { serveUntilStopped } from "./serving/serve-until-stopped.ts";
import { PortUnavailable } from "./serving/port-unavailable.ts";
import { DataDamaged, StorageFull, StorageUnavailable } from "./store/store-errors.ts";

const unavailable = [DataDamaged, PortUnavailable, StorageFull, StorageUnavailable];

const say = (line: string) => process.stderr.write(`${line}\n`);

const clock = () => new Date();

async function serve(): Promise<number> {
  const config = readConfig(process.env, defaultDataFolder(process.env, process.platform));
  await serveUntilStopped(config, {
    label: "outlay-server",
    clock,
    log: {
      write: (line) => void process.stderr.write(line),
      isTerminal: process.stderr.isTTY,
    },
    signals: process,
  });
  return exitCodes.done;
}

async function run(words: string[]): Promise<number> {
  const { runCommand } = await import("./admin/run-command.ts");
  return runCommand(words, {
    env: process.env,
    platform: process.platform,
    version,
    clock,
    readInput: () => text(process.stdin),
    out: (line) => process.stdout.write(`${line}\n`),
    say,
  });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof BadSettings || error instanceof UnclearFolder) return exitCodes.usage;
  const isExpected = unavailable.some((kind) => error instanceof kind);
  return isExpected ? exitCodes.unavailable : exitCodes.unexpected;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export async function main(): Promise<void> {
  // This exit code remains if the process runs out of work before the command has finished.
  process.exitCode = exitCodes.unexpected;
  // The error can't be reported: the log's reader has closed the pipe, or its disk is full. The data are not affected.
  process.stderr.on("error", () => undefined);
  try {
    const words = process.argv.slice(2);
    process.exitCode = words.length === 0 ? await serve() : await run(words);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    const isExpected = process.exitCode !== exitCodes.unexpected;
    say(isExpected ? (error as Error).message : describe(error));
  }
}
