/** Measures how long the program takes to start, compared with `node -e 0`. */
import { join } from "node:path";
import { calendarDayOf } from "@outlay/shared";
import { benchmark } from "../lib/benchmark.ts";
import { writeOwnFile } from "../lib/own-file.ts";
import { runOutlay, timeOutlay, timeProgram } from "../lib/run-program.ts";
import { median } from "../lib/statistics.ts";

const starts = [
  ["--version"],
  ["--help"],
  ["add", "--help"],
  ["budget", "status", "--help"],
  ["import", "--help"],
  ["help", "outbox", "drop"],
];
const add = ["add", "12.50", "Lunch", "-c", "food"];

interface Start {
  command: string;
  home: string;
  args: readonly string[];
}

/** Runs a command and bare Node alternately, so that both meet the same conditions. */
async function measureStart({ command, home, args }: Start, runs: number) {
  const pairs: { outlay: number; node: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outlay = await timeOutlay(home, args);
    const node = await timeProgram({ command: process.execPath, args: ["-e", "0"] });
    pairs.push({ outlay, node });
  }
  return {
    command,
    outlayMs: 1000 * median(pairs.map(({ outlay }) => outlay)),
    nodeMs: 1000 * median(pairs.map(({ node }) => node)),
    ratio: median(pairs.map(({ outlay, node }) => outlay / node)),
  };
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

export const cli = benchmark({
  options: { runs: { value: 15, least: 1 }, stored: { value: 100_000, least: 1 } },
  counts: [],
  programs: [],
  async measure({ folder, options: { runs, stored }, tell }) {
    const empty = join(folder, "empty");
    const full = join(folder, "full");
    const csv = join(folder, "own.csv");
    await runOutlay(empty, ["list", "--quiet"]);
    await writeOwnFile(csv, stored, calendarDayOf(new Date()));
    tell(`Storing ${stored} expenses …`);
    await runOutlay(full, ["import", csv, "--yes", "--no-input", "--quiet"]);

    const measure = (start: Start) => {
      tell(`${start.command} …`);
      return measureStart(start, runs);
    };
    const measured = [];
    for (const args of starts) {
      measured.push(await measure({ command: `outlay ${args.join(" ")}`, home: empty, args }));
    }
    const count = stored.toLocaleString("en");
    const few = await measure({ command: "outlay add …, nothing stored", home: empty, args: add });
    const many = await measure({ command: `outlay add …, ${count} stored`, home: full, args: add });
    const [version = few] = measured;
    return {
      sections: [
        {
          title: "Starting",
          rows: [...measured, few, many].map(({ command, outlayMs, nodeMs, ratio }) => ({
            command,
            "median ms": outlayMs.toFixed(0),
            "node -e 0 ms": nodeMs.toFixed(0),
            ratio: ratio.toFixed(2),
          })),
        },
      ],
      findings: [
        {
          work: "`outlay --version`",
          own: ms(version.outlayMs),
          beside: `\`node -e 0\`: ${ms(version.nodeMs)}`,
          ratio: version.ratio,
          aim: { most: 1.25 },
        },
        {
          work: "`outlay add`, nothing stored",
          own: ms(few.outlayMs),
          beside: `\`node -e 0\`: ${ms(few.nodeMs)}`,
          ratio: few.ratio,
          aim: { most: 3 },
        },
        {
          work: `\`outlay add\`, ${count} expenses stored`,
          own: ms(many.outlayMs),
          beside: `nothing stored: ${ms(few.outlayMs)}`,
          ratio: many.outlayMs / few.outlayMs,
          aim: { most: 2 },
        },
      ],
    };
  },
});
