/** `outlay-server`: the server alone, set up by `OUTLAY_…` variables. */
import { BadSettings, readConfig } from "./config.ts";
import { defaultDataFolder } from "./data-folder.ts";
import { serveUntilStopped } from "./serve-until-stopped.ts";
import { PortUnavailable } from "./port-unavailable.ts";
import { DataDamaged, StorageFull, StorageUnavailable } from "./store/store-errors.ts";

const expectedErrors = [BadSettings, DataDamaged, PortUnavailable, StorageFull, StorageUnavailable];

// Nobody is left to be told: whoever reads the log has gone, or its disk is full. The data are another matter.
process.stderr.on("error", () => undefined);

const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const config = readConfig(process.env, defaultDataFolder(process.env, process.platform));
  await serveUntilStopped(config, {
    label: "outlay-server",
    clock: () => new Date(),
    log: {
      write: (text) => void process.stderr.write(text),
      isTerminal: process.stderr.isTTY,
    },
    signals: process,
  });
} catch (error) {
  const isExpected = expectedErrors.some((kind) => error instanceof kind);
  say(isExpected ? (error as Error).message : describe(error));
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
