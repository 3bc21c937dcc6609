/**
 * How fast a server answers, beside bare `node:http`, and how it bears many at once: `pnpm bench:server`.
 * `--rounds` and `--seconds` say how often and for how long each kind of request is measured, `--mixed` how long the
 * mixed load goes on, `--stored` among how many expenses one reads while many log in; 0 leaves these out. Needs wrk.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine } from "../lib/machine.ts";
import { highest, median, quantile } from "../lib/statistics.ts";
import { textTable } from "../lib/text-table.ts";
import { type Measured, measureRates } from "./measure-rates.ts";
import { measureStalls, type Stalls } from "./measure-stalls.ts";
import { type Mixed, measureMixed, type Sent } from "./mixed-load.ts";

const tell = (text: string) => process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
    mixed: { type: "string", default: "60" },
    stored: { type: "string", default: "100000" },
  },
});
const given = [values.rounds, values.seconds, values.mixed, values.stored].map(Number);
const [rounds = 0, seconds = 0, mixed = 0, stored = 0] = given;
const foldsWhileReading = 3;

const rateRow = (measured: Measured) => ({
  request: measured.what,
  "per second": measured.perSecond.toFixed(0),
  "of node:http": measured.ratio.toFixed(2),
  "p99 ms": measured.p99Ms.toFixed(1),
  "busy µs": measured.busyMicroseconds.toFixed(0),
  "of node:http's": measured.busyRatio.toFixed(2),
});

function mixedRow(kind: Sent["kind"], sent: readonly Sent[]) {
  const times = sent.filter((one) => one.kind === kind).map(({ tookMs }) => tookMs);
  return {
    kind,
    requests: `${times.length}`,
    "median ms": median(times).toFixed(1),
    "p99 ms": quantile(times, 0.99).toFixed(0),
    "slowest ms": times.length > 0 ? highest(times).toFixed(0) : "-",
  };
}

function mixedText({ sent, errors, acknowledged, lost, memoryMiB, awayMs }: Mixed): string {
  const kinds = ["read", "write", "import", "login"] as const;
  const memory = memoryMiB.map(
    ({ start, end, anew }) =>
      `${start.toFixed(0)} to ${end.toFixed(0)} (a new server with the same data: ${anew.toFixed(0)}; ratio ${(end / anew).toFixed(2)})`,
  );
  return [
    textTable(kinds.map((kind) => mixedRow(kind, sent))),
    `errors: ${errors.length}${errors.length > 0 ? `, first: ${errors[0]?.slice(0, 200)}` : ""}`,
    `expenses acknowledged: ${acknowledged}, of which after two restarts are missing: ${lost}`,
    `memory in MiB: ${memory.join(", after a restart ")}`,
    `away for the restart: ${awayMs.toFixed(0)} ms`,
  ].join("\n");
}

const stallsText = ({ expenses, folds, logins, reads, ...ms }: Stalls): string =>
  `${reads} reads of one expense among ${expenses} while 20 log in at once (${logins} logins) and the journal is ` +
  `folded ${folds} times:\nmedian ${ms.medianMs.toFixed(1)} ms, p99 ${ms.p99Ms.toFixed(1)} ms, slowest ${ms.slowestMs.toFixed(0)} ms\n`;

const folder = await mkdtemp(join(tmpdir(), "outlay-bench-"));
process.once("SIGINT", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});
try {
  if (given.some(Number.isNaN) || Math.min(rounds, seconds, mixed, stored) < 0) {
    throw new Error("--rounds, --seconds, --mixed and --stored are numbers from 0.");
  }
  if (rounds > 0 && seconds < 1) throw new Error("--seconds is a number from 1.");
  process.stdout.write(`${machine()}\n`);
  if (rounds > 0) {
    tell("Requests of one kind, 16 connections …");
    const measured = await measureRates({ rounds, seconds, folder });
    process.stdout.write(`\n${textTable(measured.map(rateRow))}`);
  }
  if (stored > 0) {
    tell(`Reading among ${stored} expenses while many log in …`);
    process.stdout.write(`\n${stallsText(await measureStalls(folder, stored, foldsWhileReading))}`);
  }
  if (mixed > 0) {
    tell(`All kinds at once, 64 connections, ${mixed} s …`);
    const load = await measureMixed(folder, mixed);
    process.stdout.write(`\n${mixedText(load)}\n`);
    if (load.errors.length > 0 || load.lost > 0) process.exitCode = 1;
  }
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
