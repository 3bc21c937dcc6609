/**
 * What was spent, by group (contract 1.4). Sums can have more digits than a JSON reader's numbers keep, so
 * here they are written and read as digits.
 */
import * as v from "valibot";
import { periodUnits } from "../calendar-periods.ts";
import { centsToText, decimalToExactCents } from "../money.ts";
import { decimalShape } from "./amount-fields.ts";
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

/** `1250n` → `12.5`, with all its digits. */
const jsonNumber = (cents: bigint) => centsToText(cents).replace(/\.?0+$/, "");

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

/** Sums of other servers can be below zero, and what they group may have no name. */
const anyCents = v.pipe(
  v.string(),
  v.regex(/^-?\d+(\.\d{1,2})?$/),
  v.transform(decimalToExactCents),
);
const readableReport = v.object({
  ...writtenReport.entries,
  total: anyCents,
  groups: v.array(v.object({ key: v.nullable(v.string()), total: anyCents, count: wireCount() })),
});

/** The API's JSON as a report, one of another version's too; undefined if it is none. */
export function readSpendingReport(json: string): SpendingReport | undefined {
  // Within a text a quote has a backslash before it, so this finds nothing there.
  const digits = json.replaceAll(/"total":\s*(-?[\d.]+)/g, '"total":"$1"');
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
