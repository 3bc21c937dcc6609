import type { SpendingGroup, SpendingReport } from "@outlay/shared";
import { wordText } from "../../api/received/open-object.ts";
import type { Money } from "../../terminal/amounts.ts";
import { bar } from "../../terminal/bar.ts";
import type { Colors } from "../../terminal/colors.ts";
import { columnWidth } from "../../terminal/column-width.ts";
import { fit } from "../../terminal/fit.ts";
import { type Column, table } from "../../terminal/table.ts";
import { tagsText } from "../expense/tags-text.ts";

const gap = 2;
const minBarWidth = 8;
/** The share of a terminal's width that names may take. */
const mostForNames = 0.4;
const leastForNames = 13;

interface Shown {
  name: string;
  amount: string;
  share: string;
  count: string;
  /** The amount of the largest group. */
  ratio: number;
}

/** The size of one amount relative to another, for drawing. */
const ratioOf = (cents: bigint, ofCents: bigint) =>
  ofCents === 0n ? 0 : Number((cents * 100_000n) / ofCents) / 100_000;

/** Empty if the total isn't above zero, because then shares have no meaning. */
function shareText(cents: bigint, ofCents: bigint): string {
  if (cents === 0n) return "0 %";
  if (ofCents <= 0n) return "";
  const size = cents < 0n ? -cents : cents;
  const percent = (size * 200n + ofCents) / (ofCents * 2n);
  const sign = cents < 0n ? "-" : "";
  return percent === 0n ? `${sign}<1 %` : `${sign}${percent} %`;
}

function nameText({ by }: SpendingReport, key: string): string {
  if (by !== "tag") return key === "" ? wordText(null) : key;
  return key === "" ? "no tags" : tagsText(key.split(", "));
}

/** Orders categories and tags by size, periods chronologically. */
function ordered({ by, groups }: SpendingReport): readonly SpendingGroup[] {
  if (by !== "category" && by !== "tag") return groups;
  return groups.toSorted((one, other) =>
    one.totalCents === other.totalCents ? 0 : one.totalCents < other.totalCents ? 1 : -1,
  );
}

function shownGroups(report: SpendingReport, money: Money): Shown[] {
  const { groups, totalCents } = report;
  const most = groups.reduce((max, group) => (group.totalCents > max ? group.totalCents : max), 0n);
  return ordered(report).map((group) => ({
    name: nameText(report, group.key),
    amount: money.ofCents(group.totalCents),
    share: shareText(group.totalCents, totalCents),
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

const barPattern = /[▏▎▍▌▋▊▉█]+/u;

function painted(text: string, colors: Colors): string {
  const lines = text.trimEnd().split("\n");
  return lines
    .map((line, index) => {
      if (index === 0) return colors.dim(line);
      if (index === lines.length - 1) return colors.bold(line);
      return line.replace(barPattern, colors.cyan);
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** Shows a report's groups with bars, and their total, in lines that fit the width. */
export function reportTable(
  report: SpendingReport,
  { width, colors, money }: { width: number; colors: Colors; money: Money },
): string {
  const mostName = Math.max(leastForNames, Math.floor(width * mostForNames));
  const rows = shownGroups(report, money).map((row) => ({ ...row, name: fit(row.name, mostName) }));
  const total: Shown = {
    name: "Total",
    amount: money.ofCents(report.totalCents),
    share: "",
    count: String(report.count),
    ratio: 0,
  };
  const name: ReportColumn = {
    title: titles[report.by],
    isFlexible: true,
    least: 4,
    cells: (shown) => shown.name,
  };
  const all = [...rows, total];
  const barRoom = (columns: readonly ReportColumn[]) =>
    width - columns.reduce((sum, column) => sum + roomFor(column, all), 0);
  const chosen = choices
    .map((columns) => [name, ...columns])
    .find((each) => barRoom(each) >= minBarWidth) ?? [name, amount, share];
  const barWidth = barRoom(chosen);
  const drawn: ReportColumn = {
    title: "",
    cells: ({ ratio }) => (barWidth < minBarWidth ? "" : bar(ratio, barWidth).trimEnd()),
  };
  const columns = [...chosen, drawn];
  const cells = all.map((row) => columns.map((column) => column.cells(row)));
  return painted(table(columns, cells, width), colors);
}
