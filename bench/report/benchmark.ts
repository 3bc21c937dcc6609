/**
 * Measures how long reports take compared with `ledger bal` over the same expenses, and how long
 * pages of the list take.
 */
import { join } from "node:path";
import { calendarDayOf } from "@outlay/shared";
import { benchmark, type Finding } from "../lib/benchmark.ts";
import { writeOwnFile } from "../lib/own-file.ts";
import { runOutlay } from "../lib/run-program.ts";
import { measureCommand, type Reporting } from "./measure-commands.ts";
import { measurePages } from "./measure-pages.ts";

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
/** The commands that look at all expenses, as `ledger bal` does. */
const overAll = "outlay report --all";

const seconds = (value: number | undefined) => value?.toFixed(3) ?? "";

const findingOf = (one: Reporting, count: number): Finding => ({
  work: `\`${one.command}\` over ${count.toLocaleString("en")} expenses`,
  own: `${seconds(one.outlaySeconds)} s`,
  beside: `\`ledger bal\`: ${seconds(one.ledgerSeconds)} s`,
  ratio: one.ratio,
  aim: { most: 0.6 },
});

export const report = benchmark({
  options: { runs: { value: 9, least: 1 } },
  counts: [100_000],
  programs: ["ledger"],
  async measure({ folder, options: { runs }, counts: [count = 0], tell }) {
    const home = join(folder, "home");
    const csv = join(folder, "own.csv");
    const journal = join(folder, "all.journal");
    await writeOwnFile(csv, count, calendarDayOf(new Date()));
    tell(`Storing ${count} expenses …`);
    await runOutlay(home, ["import", csv, "--yes", "--no-input", "--quiet"]);
    await runOutlay(home, ["budget", "add", "40000", "-c", "food", "--quiet"]);
    await runOutlay(home, ["export", "--format", "hledger", "-o", journal, "--quiet"]);
    const measured: Reporting[] = [];
    for (const args of commands) {
      tell(`outlay ${args.join(" ")} …`);
      measured.push(await measureCommand(home, journal, args, runs));
    }
    tell("Pages …");
    const pages = await measurePages(home, queries);
    return {
      sections: [
        {
          title: `Reports over ${count.toLocaleString("en")} expenses`,
          rows: measured.map(({ command, outlaySeconds, ledgerSeconds, ratio }) => ({
            command,
            "median s": seconds(outlaySeconds),
            "ledger bal s": seconds(ledgerSeconds),
            ratio: ratio?.toFixed(2) ?? "",
          })),
        },
        {
          title: "Pages of the list, from a server",
          rows: pages.map(({ query, medianMs, p99Ms }) => ({
            "GET /expenses/?…": query,
            "median ms": medianMs.toFixed(2),
            "p99 ms": p99Ms.toFixed(2),
          })),
        },
      ],
      findings: measured
        .filter(({ command }) => command === overAll)
        .map((one) => findingOf(one, count)),
    };
  },
});
