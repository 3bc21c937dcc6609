import type { Command } from "@commander-js/extra-typings";
import { type CalendarDate, spendingGroupings, type SpendingReport } from "@outlay/shared";
import type { ReportsApi } from "../../api/reports-api.ts";
import { settleCategories } from "../../arguments/category.ts";
import { parseChoice } from "../../arguments/choice.ts";
import type { Period } from "../../arguments/period.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import type { Money } from "../../terminal/amounts.ts";
import { harmlessJson } from "../../terminal/printable.ts";
import { belowZero } from "./sparkline.ts";
import { wrap, wrapSaid } from "../../terminal/wrap.ts";
import { type Example, withExamples } from "../../help/examples.ts";
import { bareWords } from "../expense/bare-words.ts";
import {
  filterParameters,
  ofAccounts,
  type FilterOptions,
  parsePeriod,
  withDays,
  withFilterOptions,
} from "../expense/filter-options.ts";
import { unconvertedText } from "../../money/unconverted-text.ts";
import { hintTag } from "../expense/hint-tag.ts";
import { filterText } from "./filter-text.ts";
import { headingText, nothingText, requireReportKinds, usualGrouping } from "./report-kinds.ts";
import { type Compared, comparedDays, daysText, usualDays } from "./report-days.ts";
import { isByTime, reportTable } from "./report-text.ts";
import { comparisonText, courseUnit, trend } from "./trend.ts";

/** Used if there is no terminal with a width. */
const defaultWidth = 80;
const trendLabel = "Trend  ";

interface Asked {
  reports: ReportsApi;
  filter: URLSearchParams;
  today: CalendarDate;
  width: number;
  money: Money;
}

/** The totals of some days, and perhaps of the days before them, in the finest unit available. */
async function courseOf(days: Period, compared: Compared | undefined, asked: Asked) {
  const all = compared ? { from: compared.before.from, to: days.to } : days;
  const isDaily = courseUnit(all) === "day";
  const parameters = withDays(asked.filter, isDaily ? all : days);
  parameters.set("by", isDaily ? "day" : courseUnit(days));
  return (await asked.reports.spending(parameters)).report;
}

/** The course as a sparkline, until today. */
function trendLine(course: SpendingReport, { from, to }: Period, { today, width }: Asked): string {
  const room = width - trendLabel.length;
  const { columns, unit } = trend(
    course,
    { from, to: today > from && today < to ? today : to },
    room,
  );
  const label = `  by ${unit}${columns.includes(belowZero) ? `, ${belowZero} below zero` : ""}`;
  return trendLabel + columns + (columns.length + label.length <= room ? label : "");
}

/** Shows how spending developed, and how it compares with before, at the cost of one more request. */
async function courseLines(report: SpendingReport, isBounded: boolean, asked: Asked) {
  const { from, to, by } = report;
  if (from === null || to === null || to < from) return [];
  const days: Period = { from, to };
  const compared = isBounded ? comparedDays(days, asked.today) : undefined;
  // In a report by time, the bars themselves show the development.
  const hasTrend = report.count > 0 && !isByTime({ by });
  if (!hasTrend && !compared) return [];
  const course = await courseOf(days, compared, asked);
  const comparison =
    compared &&
    course.by === "day" &&
    comparisonText(course, compared, asked.money, nothingText(asked.filter));
  return [
    ...(hasTrend ? [trendLine(course, days, asked)] : []),
    ...(comparison ? wrap(comparison, asked.width) : []),
  ];
}

/** @throws CliError usage */
function daysAsked(options: FilterOptions & { all?: true | undefined }, today: CalendarDate) {
  const days = parsePeriod(options, today);
  const isSaid = days.from !== undefined || days.to !== undefined;
  if (options.all && isSaid) {
    throw usageError("The days are given twice.", "Leave out --all, or the other days.");
  }
  return isSaid || options.all ? days : undefined;
}

const examples: readonly [Example, Example, ...Example[]] = [
  ["Show this month by category", "outlay report"],
  ["Show last month by day, food only", "outlay report --by day --month last -c food"],
  ["Show all of November", "outlay report november"],
  ["Show the months of a year", "outlay report --by month --year 2026"],
  ["Show the accounts that the money went from", "outlay report --by account"],
  ["Show what came in, by month", "outlay report --kind income --by month"],
  ["Print a report for a program", "outlay report --by tag --all --json"],
];

export function reportCommand(command: Command, cli: Cli) {
  withFilterOptions(command)
    .option("--account <name...>", ofAccounts)
    .argument("[words...]", "a month or a year, or a text to look for")
    .option(
      "--by <what>",
      `by ${spendingGroupings.join(", ")}; by category if left out, or by account for income and transfers`,
    )
    .option("-a, --all", "cover all time")
    .action(async (words, { by: byText, all, ...given }) => {
      const reading = await cli.reading();
      const { today } = reading;
      const how = { command: "outlay report", today, periods: true };
      const options = bareWords(words, given, how);
      const filter = filterParameters(options, reading);
      requireReportKinds(filter);
      const by =
        byText === undefined
          ? usualGrouping(filter)
          : parseChoice("Group", byText, spendingGroupings);
      const days = daysAsked({ ...options, all }, today) ?? usualDays(by, today);
      const connection = await cli.connect();
      const { reports, money, categories } = connection;
      await settleCategories(categories, filter);
      const parameters = withDays(filter, days);
      parameters.set("by", by);
      const { report, json } = await reports.spending(parameters);
      if (cli.globals.json) {
        cli.io.out(`${harmlessJson(json)}\n`);
        return;
      }
      const known = await categories.known();
      const width = cli.io.columns ?? defaultWidth;
      const isBounded = days.from !== undefined && days.to !== undefined;
      const course = await courseLines(report, isBounded, { reports, filter, today, width, money });
      const about = [daysText(days), filterText(filter, money, known)].filter(
        (part) => part !== "",
      );
      const title = wrap(`${headingText(filter)} by ${by}: ${about.join(", ")}`, width).join("\n");
      cli.io.out(`${title}\n\n${reportTable(report, { width, colors: cli.colors, money, known })}`);
      if (course.length > 0) cli.io.out(`\n${course.join("\n")}\n`);
      const left = unconvertedText(
        [...report.unconverted, ...report.incomeUnconverted].map(({ currency, total }) => ({
          currency,
          cents: total,
        })),
      );
      if (left !== undefined) cli.io.out(`\n${wrapSaid(left, width)}\n`);
      if (report.count === 0) await hintTag(cli, connection, options.query, "outlay report");
    });
  withExamples(command, examples);
}
