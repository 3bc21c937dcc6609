/**
 * How long the program takes to start, beside `node -e 0`: `pnpm bench:cli`. `--runs` says how often each is
 * measured, `--stored` how many expenses the larger store has.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { calendarDayOf } from "../../packages/shared/src/calendar.ts";
import { machine } from "../lib/machine.ts";
import { runOutlay, timeOutlay, timeProgram } from "../lib/run-program.ts";
import { median } from "../lib/statistics.ts";
import { textTable } from "../lib/text-table.ts";
import { writeOwnFile } from "../report/own-file.ts";

const tell = (text: string) => process.stderr.write(`${text}\n`);

const starts = [
  ["--version"],
  ["--help"],
  ["add", "--help"],
  ["budget", "status", "--help"],
  ["import", "--help"],
  ["help", "outbox", "drop"],
];
const add = ["add", "12.50", "Lunch", "-c", "food"];

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "15" },
    stored: { type: "string", default: "100000" },
  },
});
const runs = Number(values.runs);
const stored = Number(values.stored);

/** A command and bare Node in turn, so that both meet the same machine. */
async function measure(home: string, args: readonly string[]) {
  const pairs: { outlay: number; node: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outlay = await timeOutlay(home, args);
    const node = await timeProgram({ command: process.execPath, args: ["-e", "0"] });
    pairs.push({ outlay, node });
  }
  return {
    outlayMs: 1000 * median(pairs.map(({ outlay }) => outlay)),
    nodeMs: 1000 * median(pairs.map(({ node }) => node)),
    ratio: median(pairs.map(({ outlay, node }) => outlay / node)),
  };
}

const root = await mkdtemp(join(tmpdir(), "outlay-bench-"));
process.once("SIGINT", () => {
  rmSync(root, { recursive: true, force: true });
  process.exit(130);
});
try {
  if (!(runs >= 1) || !(stored >= 1)) throw new Error("Both are whole numbers from 1.");
  const [empty, full, csv] = ["empty", "full", "own.csv"].map((name) => join(root, name));
  if (!empty || !full || !csv) throw new Error("There is no folder.");
  await runOutlay(empty, ["list", "--quiet"]);
  await writeOwnFile(csv, stored, calendarDayOf(new Date()));
  tell(`Storing ${stored} expenses …`);
  await runOutlay(full, ["import", csv, "--yes", "--no-input", "--quiet"]);
  const rows = [];
  for (const [name, home, args] of [
    ...starts.map((words) => [`outlay ${words.join(" ")}`, empty, words] as const),
    ["outlay add …, nothing stored", empty, add] as const,
    [`outlay add …, ${stored.toLocaleString("en")} stored`, full, add] as const,
  ]) {
    tell(`${name} …`);
    const { outlayMs, nodeMs, ratio } = await measure(home, args);
    rows.push({
      command: name,
      "median ms": outlayMs.toFixed(0),
      "node -e 0 ms": nodeMs.toFixed(0),
      ratio: ratio.toFixed(2),
    });
  }
  process.stdout.write(`${machine()}\n\n${textTable(rows)}`);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(root, { recursive: true, force: true });
}
