/**
 * Spending by group (contract 1.4). Sums can have more digits than a JSON reader's numbers keep, so
 * here they are written and read as digits.
 */
import * as v from "valibot";
import { periodUnits } from "../calendar-periods.ts";
import { decimalToExactCents } from "../money.ts";
import { decimalShape } from "./amount-fields.ts";
import { jsonNumber, numbersToTexts, writtenCents } from "./exact-sums.ts";
import { wireCount, wireDay } from "./fields.ts";

export const spendingPath = "/reports/spending/";

export const spendingGroupings = ["category", "tag", ...periodUnits] as const;
export type SpendingGrouping = (typeof spendingGroupings)[number];

/** How many days, weeks, months or years a report has at most. */
export const maxReportPeriods = 10_000;

export interface SpendingGroup {
  /**
   * A category; the tags of an expense, as `home, work`, and empty for none; or `2026-11-22`, `2026-W47`,
   * `2026-11`, `2026`.
   */
  key: string;
  totalCents: bigint;
  count: number;
}

export interface SpendingReport {
  /** The days it is about, or those of the first and last expense; null where there is none. */
  from: string | null;
  to: string | null;
  by: SpendingGrouping;
  totalCents: bigint;
  count: number;
  groups: readonly SpendingGroup[];
}

const sums = (totalCents: bigint, count: number) =>
  `"total":${jsonNumber(totalCents)},"count":${count}`;

/** The report as the API's JSON. */
export function writeSpendingReport(report: SpendingReport): string {
  const { from, to, by, totalCents, count, groups } = report;
  const written = groups.map(
    (group) => `{"key":${JSON.stringify(group.key)},${sums(group.totalCents, group.count)}}`,
  );
  const start = JSON.stringify({ from, to, by }).slice(0, -1);
  return `${start},${sums(totalCents, count)},"groups":[${written.join(",")}]}`;
}

const exactCents = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d{1,2})?$/),
  // In the JSON itself they are numbers.
  v.metadata({ ...decimalShape, minimum: 0, pattern: undefined }),
  v.transform(decimalToExactCents),
);

/** A report as the API gives it, but for its sums, which are digits here. */
export const writtenReport = v.object({
  from: v.nullable(wireDay()),
  to: v.nullable(wireDay()),
  by: v.picklist(spendingGroupings),
  total: exactCents,
  count: wireCount(),
  groups: v.array(v.object({ key: v.string(), total: exactCents, count: wireCount() })),
});

/** Groups from other servers may lack a name. */
const readableReport = v.object({
  ...writtenReport.entries,
  total: writtenCents(),
  groups: v.array(
    v.object({ key: v.nullable(v.string()), total: writtenCents(), count: wireCount() }),
  ),
});

/** The API's JSON as a report, one of another version's too; undefined if it is none. */
export function readSpendingReport(json: string): SpendingReport | undefined {
  const digits = numbersToTexts(json, ["total"]);
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), readableReport), digits);
  if (!result.success) return undefined;
  const { total, groups, ...report } = result.output;
  return {
    ...report,
    totalCents: total,
    groups: groups.map(({ key, total: totalCents, count }) => ({
      key: key ?? "",
      totalCents,
      count,
    })),
  };
}
