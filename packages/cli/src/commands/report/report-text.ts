import { isBuiltInCategory, type SpendingReport } from "@outlay/shared";
import { wordText } from "../../api/received/open-object.ts";
import type { Money } from "../../terminal/amounts.ts";
import { bar, barBelowZero } from "../../terminal/bar.ts";
import type { Colors } from "../../terminal/colors.ts";
import { columnWidth } from "../../terminal/column-width.ts";
import { fit } from "../../terminal/fit.ts";
import { type Column, table } from "../../terminal/table.ts";
import type { KnownCategories } from "../../categories/known-categories.ts";
import { tagsText } from "../expense/tags-text.ts";
import { type GroupLine, groupLines } from "./group-lines.ts";

const gap = 2;

/** Empty categories are left out of a longer list. */
const fewGroups = 8;
const minBarWidth = 8;
/** The share of a terminal's width that names may take. */
const mostForNames = 0.4;
const leastForNames = 13;

interface Shown {
  name: string;
  amount: string;
  share: string;
  count: string;
  /** The amount relative to the largest group's, and below zero if the amount is. */
  ratio: number;
}

const sizeOf = (cents: bigint): bigint => (cents < 0n ? -cents : cents);

/** The size of one amount relative to another, for drawing. */
const ratioOf = (cents: bigint, ofCents: bigint) =>
  ofCents === 0n ? 0 : Number((cents * 100_000n) / ofCents) / 100_000;

/**
 * The amount of which shares are: what the groups above zero come to, as a total that is nearly made good by refunds
 * would give shares of thousands of percent. In a report of refunds alone, everything is below zero, and shares are
 * those of refunds.
 */
function wholeOf({ groups }: SpendingReport): { sign: 1n | -1n; ofCents: bigint } {
  const sumOf = (sign: 1n | -1n) =>
    groups.reduce((sum, group) => {
      const cents = sign * group.totalCents;
      return cents > 0n ? sum + cents : sum;
    }, 0n);
  const above = sumOf(1n);
  return above > 0n ? { sign: 1n, ofCents: above } : { sign: -1n, ofCents: sumOf(-1n) };
}

const mostPercent = 999n;

/** @param ofCents zero if there is nothing, and then each share is zero */
function shareText(cents: bigint, ofCents: bigint): string {
  if (cents === 0n) return "0 %";
  const percent = (sizeOf(cents) * 200n + ofCents) / (ofCents * 2n);
  const sign = cents < 0n ? "-" : "";
  // Refunds of many times what was spent have no share that anybody could use, nor room for it.
  if (percent > mostPercent) return "";
  return percent === 0n ? `${sign}<1 %` : `${sign}${percent} %`;
}

function nameText({ by }: SpendingReport, key: string, known: KnownCategories): string {
  if (by === "category") return known.label(key === "" ? null : key);
  if (by === "account") return key === "" ? "no account" : key;
  if (by !== "tag") return key === "" ? wordText(null) : key;
  return key === "" ? "no tags" : tagsText(key.split(", "));
}

/** Whether groups are periods, whose order is that of time. */
export const isByTime = ({ by }: Pick<SpendingReport, "by">): boolean =>
  by !== "category" && by !== "tag" && by !== "account";

/** Orders categories, tags and accounts by size, and children behind their parents; periods chronologically. */
function ordered({ by, groups }: SpendingReport): readonly GroupLine[] {
  if (by === "category")
    return groupLines(groups, (key) => isBuiltInCategory(key) || groups.length <= fewGroups);
  const lines = groups.map((group) => ({ ...group, isChild: false, isRest: false }));
  if (isByTime({ by })) return lines;
  return lines.toSorted((one, other) =>
    one.totalCents === other.totalCents ? 0 : one.totalCents < other.totalCents ? 1 : -1,
  );
}

function shownGroups(report: SpendingReport, money: Money, known: KnownCategories): Shown[] {
  const groups = ordered(report);
  const sizes = groups.map((group) => sizeOf(group.totalCents));
  const most = sizes.reduce((max, size) => (size > max ? size : max), 0n);
  const { sign, ofCents } = wholeOf(report);
  return groups.map((group) => ({
    name: `${group.isChild ? "  " : ""}${group.isRest ? "itself" : nameText(report, group.key, known)}`,
    amount: money.ofCents(group.totalCents),
    share: shareText(sign * group.totalCents, ofCents),
    count: String(group.count),
    ratio: ratioOf(group.totalCents, most),
  }));
}

const titles = {
  category: "CATEGORY",
  tag: "TAGS",
  account: "ACCOUNT",
  day: "DAY",
  week: "WEEK",
  month: "MONTH",
  year: "YEAR",
} as const;

type Cells = (shown: Shown) => string;

interface ReportColumn extends Column {
  cells: Cells;
}

const amount: ReportColumn = { title: "AMOUNT", align: "right", cells: (shown) => shown.amount };
const share: ReportColumn = { title: "SHARE", align: "right", cells: (shown) => shown.share };
const count: ReportColumn = { title: "COUNT", align: "right", cells: (shown) => shown.count };

/** The columns that are dropped first if bars have too little room. */
const choices = [[amount, share, count], [amount, share], [amount]];

/** A column's width including its gap. */
const roomFor = ({ title, cells }: ReportColumn, rows: readonly Shown[]) =>
  gap + Math.max(columnWidth(title), ...rows.map((row) => columnWidth(cells(row))));

const barPattern = /[▏▎▍▌▋▊▉█░]+/u;

/** @param sumCount the number of lines with sums at the end */
function painted(text: string, sumCount: number, colors: Colors): string {
  const lines = text.trimEnd().split("\n");
  return lines
    .map((line, index) => {
      if (index === 0) return colors.dim(line);
      if (index >= lines.length - sumCount) return colors.bold(line);
      return line.replace(barPattern, colors.cyan);
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** The lines with the total and, if anything came in, with what is left of it. */
function sumsOf(
  { totalCents, count: records, incomeCents, leftCents }: SpendingReport,
  money: Money,
): Shown[] {
  const line = (name: string, cents: bigint, countText = ""): Shown => ({
    name,
    amount: money.ofCents(cents),
    share: "",
    count: countText,
    ratio: 0,
  });
  return [
    line("Total", totalCents, String(records)),
    ...(incomeCents === null ? [] : [line("Income", incomeCents)]),
    ...(leftCents === null ? [] : [line("Left over", leftCents)]),
  ];
}

const drawnBar = (ratio: number, width: number): string =>
  (ratio < 0 ? barBelowZero(-ratio, width) : bar(ratio, width)).trimEnd();

/** Shows a report's groups with bars, and their total, in lines that fit the width. */
export function reportTable(
  report: SpendingReport,
  {
    width,
    colors,
    money,
    known,
  }: { width: number; colors: Colors; money: Money; known: KnownCategories },
): string {
  const mostName = Math.max(leastForNames, Math.floor(width * mostForNames));
  const rows = shownGroups(report, money, known).map((row) => ({
    ...row,
    name: fit(row.name, mostName),
  }));
  const sums = sumsOf(report, money);
  const name: ReportColumn = {
    title: titles[report.by],
    isFlexible: true,
    least: 4,
    cells: (shown) => shown.name,
  };
  const all = [...rows, ...sums];
  const barRoom = (columns: readonly ReportColumn[]) =>
    width - columns.reduce((sum, column) => sum + roomFor(column, all), 0);
  const chosen = choices
    .map((columns) => [name, ...columns])
    .find((each) => barRoom(each) >= minBarWidth) ?? [name, amount, share];
  const barWidth = barRoom(chosen);
  const drawn: ReportColumn = {
    title: "",
    cells: ({ ratio }) => (barWidth < minBarWidth ? "" : drawnBar(ratio, barWidth)),
  };
  const columns = [...chosen, drawn];
  const cells = all.map((row) => columns.map((column) => column.cells(row)));
  return painted(table(columns, cells, width), sums.length, colors);
}
