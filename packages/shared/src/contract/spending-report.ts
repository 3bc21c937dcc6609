/**
 * Spending by group. Sums can have more digits than a JSON parser's numbers keep, so they are written and read as
 * digits here.
 */
import * as v from "valibot";
import { periodUnits } from "../calendar-periods.ts";
import { decimalToExactCents } from "../money.ts";
import { decimalShape } from "./amount-fields.ts";
import { jsonNumber, numbersToTexts, writtenCents } from "./exact-sums.ts";
import { wireCategory, wireCount, wireDay } from "./fields.ts";
import {
  type ExactUnconverted,
  readUnconverted,
  unconvertedSum,
  writeUnconverted,
} from "./unconverted.ts";

export const spendingPath = "/reports/spending/";

export const spendingGroupings = ["category", "tag", "account", ...periodUnits] as const;
export type SpendingGrouping = (typeof spendingGroupings)[number];

/** The maximum number of days, weeks, months or years in a report. */
export const maxReportPeriods = 10_000;

export interface SpendingGroup {
  /**
   * A category; an account, empty if the expense has none; the tags of an expense like `home, work`; or a period like `2026-11-22`,
   * `2026-W47`, `2026-11` or `2026`.
   */
  key: string;
  /** The category that a category belongs to; null for one without, and for other groups. */
  parent: string | null;
  totalCents: bigint;
  count: number;
}

export interface SpendingReport {
  /** The requested first and last day, or the days of the first and last expense; null if there is none. */
  from: string | null;
  to: string | null;
  by: SpendingGrouping;
  totalCents: bigint;
  count: number;
  groups: readonly SpendingGroup[];
  /** The amounts that are left out because their currency has no rate. */
  unconverted: readonly ExactUnconverted[];
  /** The income that matches; null if there is none, or if the report is of categories or of other kinds. */
  incomeCents: bigint | null;
  /** The income less what was spent; null without income. */
  leftCents: bigint | null;
  incomeUnconverted: readonly ExactUnconverted[];
}

const sums = (totalCents: bigint, count: number) =>
  `"total":${jsonNumber(totalCents)},"count":${count}`;

const sumOrNull = (cents: bigint | null) => (cents === null ? "null" : jsonNumber(cents));

/** Writes a report as the API's JSON. */
export function writeSpendingReport(report: SpendingReport): string {
  const { from, to, by, totalCents, count, groups, incomeCents, leftCents } = report;
  const written = groups.map((group) => {
    const parent = by === "category" ? `"parent":${JSON.stringify(group.parent)},` : "";
    return `{"key":${JSON.stringify(group.key)},${parent}${sums(group.totalCents, group.count)}}`;
  });
  const start = JSON.stringify({ from, to, by }).slice(0, -1);
  return (
    `${start},${sums(totalCents, count)},"groups":[${written.join(",")}],` +
    `"unconverted":${writeUnconverted(report.unconverted)},` +
    `"income":${sumOrNull(incomeCents)},"left":${sumOrNull(leftCents)},` +
    `"income_unconverted":${writeUnconverted(report.incomeUnconverted)}}`
  );
}

const exactCents = v.pipe(
  v.string(),
  v.regex(/^-?\d+(\.\d{1,2})?$/),
  // The sums are numbers in the JSON itself.
  v.metadata({ ...decimalShape, pattern: undefined }),
  v.transform(decimalToExactCents),
);

/** A report as the API returns it, except that its sums are texts of digits. */
export const writtenReport = v.object({
  from: v.nullable(wireDay()),
  to: v.nullable(wireDay()),
  by: v.picklist(spendingGroupings),
  total: exactCents,
  count: wireCount(),
  groups: v.array(
    v.object({
      key: v.string(),
      /** Only groups of categories have it. */
      parent: v.optional(v.nullable(wireCategory())),
      total: exactCents,
      count: wireCount(),
    }),
  ),
  unconverted: v.array(unconvertedSum),
  income: v.nullable(exactCents),
  left: v.nullable(exactCents),
  income_unconverted: v.array(unconvertedSum),
});

/** Accepts groups whose key is null, as servers of other versions may send them. */
const readableReport = v.object({
  ...writtenReport.entries,
  total: writtenCents(),
  groups: v.array(
    v.object({
      key: v.nullable(v.string()),
      // Servers of earlier versions don't know parents.
      parent: v.optional(v.nullable(v.string()), null),
      total: writtenCents(),
      count: wireCount(),
    }),
  ),
  // Servers of earlier versions know neither currencies nor income.
  unconverted: v.optional(v.array(readUnconverted()), []),
  income: v.optional(v.nullable(writtenCents()), null),
  left: v.optional(v.nullable(writtenCents()), null),
  income_unconverted: v.optional(v.array(readUnconverted()), []),
});

/** Reads the API's JSON as a report, also that of other versions. Returns undefined if it is not a report. */
export function readSpendingReport(json: string): SpendingReport | undefined {
  const digits = numbersToTexts(json, ["total", "income", "left"]);
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), readableReport), digits);
  if (!result.success) return undefined;
  const { total, groups, income, left, income_unconverted, ...report } = result.output;
  return {
    ...report,
    totalCents: total,
    incomeCents: income,
    leftCents: left,
    incomeUnconverted: income_unconverted,
    groups: groups.map(({ key, parent, total: totalCents, count }) => ({
      key: key ?? "",
      parent,
      totalCents,
      count,
    })),
  };
}
