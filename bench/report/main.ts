/**
 * How long reports take beside `ledger bal` over the same expenses, and pages of the list: `pnpm
 * bench:report`. The argument is the number of expenses; `--runs` says how often each is measured.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { calendarDayOf } from "../../packages/shared/src/calendar.ts";
import { machine } from "../lib/machine.ts";
import { isInstalled, runOutlay, timeOutlay, timeProgram } from "../lib/run-program.ts";
import { median } from "../lib/statistics.ts";
import { textTable } from "../lib/text-table.ts";
import { measurePages } from "./measure-pages.ts";
import { writeOwnFile } from "./own-file.ts";

const tell = (text: string) => process.stderr.write(`${text}\n`);

const commands = [
  ["report"],
  ["report", "--all"],
  ["report", "--by", "month", "--all"],
  ["budget", "status"],
  ["list", "--quiet"],
];
const queries = [
  "limit=50",
  "limit=50&order=-date",
  "limit=50&order=-date&category=FOOD",
  "limit=50&order=-amount",
  "limit=50&q=merchant%20976",
];

/** Each command in turn with ledger, if that is there: what of ledger's time each takes. */
async function measureCommand(home: string, journal: string, args: string[], runs: number) {
  const hasLedger = await isInstalled("ledger");
  const pairs: { outlay: number; ledger: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const seconds = await timeOutlay(home, args);
    const ledger = hasLedger
      ? await timeProgram({ command: "ledger", args: ["-f", journal, "bal"] })
      : Number.NaN;
    pairs.push({ outlay: seconds, ledger });
  }
  return {
    command: `outlay ${args.join(" ")}`,
    "median s": median(pairs.map(({ outlay }) => outlay)).toFixed(3),
    "ledger bal s": hasLedger ? median(pairs.map(({ ledger }) => ledger)).toFixed(3) : "",
    ratio: hasLedger ? median(pairs.map(({ outlay, ledger }) => outlay / ledger)).toFixed(2) : "",
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "9" } },
});
const count = Number(positionals[0] ?? 100_000);
const runs = Number(values.runs);
const root = await mkdtemp(join(tmpdir(), "outlay-bench-"));
process.once("SIGINT", () => {
  rmSync(root, { recursive: true, force: true });
  process.exit(130);
});
try {
  if (!(count >= 1) || !(runs >= 1)) throw new Error("Both are whole numbers from 1.");
  if (!(await isInstalled("ledger"))) tell("ledger is not installed: there is nothing beside it.");
  const home = join(root, "home");
  const csv = join(root, "own.csv");
  const journal = join(root, "all.journal");
  await writeOwnFile(csv, count, calendarDayOf(new Date()));
  tell(`Storing ${count} expenses …`);
  await runOutlay(home, ["import", csv, "--yes", "--no-input", "--quiet"]);
  await runOutlay(home, ["budget", "add", "40000", "-c", "food", "--quiet"]);
  await runOutlay(home, ["export", "--format", "hledger", "-o", journal, "--quiet"]);
  const rows = [];
  for (const args of commands) {
    tell(`outlay ${args.join(" ")} …`);
    rows.push(await measureCommand(home, journal, args, runs));
  }
  tell("Pages …");
  const pages = (await measurePages(home, queries)).map(({ query, medianMs, p99Ms }) => ({
    "GET /expenses/?…": query,
    "median ms": medianMs.toFixed(2),
    "p99 ms": p99Ms.toFixed(2),
  }));
  process.stdout.write(
    `${machine()}, ${count.toLocaleString("en")} expenses\n\n${textTable(rows)}\n${textTable(pages)}`,
  );
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(root, { recursive: true, force: true });
}
