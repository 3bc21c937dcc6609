/**
 * How long importing takes beside hledger reading the same file, and how much memory: `pnpm bench:import`.
 * Arguments are the numbers of rows; `--runs` says how often each is measured, `--folder` on which disk.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine } from "../lib/machine.ts";
import { isInstalled, runOutlay } from "../lib/run-program.ts";
import { type Row, textTable } from "../lib/text-table.ts";
import { type Importing, measureImporting } from "./measure.ts";

const defaultCounts = [10_000, 100_000, 1_000_000];

const tell = (text: string) => process.stderr.write(`${text}\n`);

const seconds = (value: number | undefined) => value?.toFixed(2) ?? "";
const mib = (value: number) => value.toFixed(0);

function rowOf(one: Importing, first: Importing): Row {
  return {
    rows: one.count.toLocaleString("en"),
    "import s": seconds(one.outlaySeconds),
    "hledger print s": seconds(one.hledgerSeconds),
    ratio: one.ratio?.toFixed(3) ?? "",
    "again s": seconds(one.againSeconds),
    "peak MiB": mib(one.peakMib),
    "again MiB": mib(one.againPeakMib),
    "records MiB": mib(one.recordsMib),
    "peak less records, to first": (
      (one.peakMib - one.recordsMib) /
      (first.peakMib - first.recordsMib)
    ).toFixed(2),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "3" },
    folder: { type: "string", default: tmpdir() },
  },
});
const counts = positionals.length > 0 ? positionals.map(Number) : defaultCounts;
const runs = Number(values.runs);
const root = await mkdtemp(join(values.folder, "outlay-bench-"));
process.once("SIGINT", () => {
  rmSync(root, { recursive: true, force: true });
  process.exit(130);
});
try {
  if (!counts.every((count) => count >= 1) || !(runs >= 1)) {
    throw new Error("Numbers of rows, and of runs, are whole numbers from 1.");
  }
  if (!(await isInstalled("hledger")))
    tell("hledger is not installed: there is nothing beside it.");
  const empty = join(root, "empty");
  await runOutlay(empty, ["list", "--quiet"]);
  const measured: Importing[] = [];
  for (const count of counts) {
    tell(`Importing ${count} rows …`);
    measured.push(await measureImporting(root, empty, count, runs));
  }
  const rows = measured.map((one) => rowOf(one, measured[0] ?? one));
  process.stdout.write(`${machine()}\n\n${textTable(rows)}`);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(root, { recursive: true, force: true });
}
