/**
 * Measures how long importing takes, compared with hledger reading the same file, and how much
 * memory.
 */
import { join } from "node:path";
import { benchmark, type Finding } from "../lib/benchmark.ts";
import { runOutlay } from "../lib/run-program.ts";
import type { Row } from "../lib/text-table.ts";
import { type Importing, measureImporting } from "./measure.ts";

const seconds = (value: number | undefined) => value?.toFixed(2) ?? "";
const mib = (value: number) => value.toFixed(0);

/**
 * The memory allowed at once: half as much again as the first size took, plus the memory of the
 * records.
 */
const allowedMib = (one: Importing, first: Importing) => 1.5 * first.peakMib + one.recordsMib;

const rowOf = (one: Importing, first: Importing): Row => ({
  rows: one.count.toLocaleString("en"),
  "import s": seconds(one.outlaySeconds),
  "hledger print s": seconds(one.hledgerSeconds),
  ratio: one.ratio?.toFixed(3) ?? "",
  "again s": seconds(one.againSeconds),
  "peak MiB": mib(one.peakMib),
  "again MiB": mib(one.againPeakMib),
  "records MiB": mib(one.recordsMib),
  "allowed MiB": mib(allowedMib(one, first)),
});

const compared = 100_000;

function findingsOf(measured: readonly Importing[]): Finding[] {
  const [first] = measured;
  const last = measured.at(-1);
  const beside = measured.find(({ count }) => count === compared);
  if (!first || !last) return [];
  const memory: Finding = {
    work: `most memory while importing ${last.count.toLocaleString("en")} rows`,
    own: `${mib(last.peakMib)} MiB`,
    beside: `1.5 × that for ${first.count.toLocaleString("en")}, and the records: ${mib(allowedMib(last, first))} MiB`,
    ratio: last.peakMib / allowedMib(last, first),
    aim: { most: 1 },
  };
  if (!beside) return [memory];
  return [
    {
      work: `\`outlay import\` of ${compared.toLocaleString("en")} rows, stored durably`,
      own: `${seconds(beside.outlaySeconds)} s`,
      beside: `\`hledger print\`: ${seconds(beside.hledgerSeconds)} s`,
      ratio: beside.ratio,
      aim: { most: 0.2 },
    },
    memory,
  ];
}

export const importing = benchmark({
  options: { runs: { value: 3, least: 1 } },
  counts: [10_000, 100_000, 1_000_000],
  programs: ["hledger"],
  async measure({ folder, options: { runs }, counts, tell }) {
    const empty = join(folder, "empty");
    await runOutlay(empty, ["list", "--quiet"]);
    const measured: Importing[] = [];
    for (const count of counts) {
      tell(`Importing ${count} rows …`);
      measured.push(await measureImporting(folder, empty, count, runs));
    }
    const rows = measured.map((one) => rowOf(one, measured[0] ?? one));
    return { sections: [{ title: "Importing", rows }], findings: findingsOf(measured) };
  },
});
