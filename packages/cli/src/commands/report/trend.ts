/** How spending developed day by day: the part of a report beside its groups. */
import {
  countPeriods,
  maxReportPeriods,
  periodKey,
  periodKeys,
  type PeriodUnit,
  periodUnits,
  type SpendingReport,
} from "@outlay/shared";
import type { Period } from "../../arguments/period.ts";
import type { Money } from "../../terminal/amounts.ts";
import { type Compared, daysText } from "./report-days.ts";
import { sparkline } from "./sparkline.ts";

/** The finest unit with at most so many periods. */
const finestOf = (units: readonly PeriodUnit[], { from, to }: Period, most: number): PeriodUnit =>
  units.find((unit) => countPeriods(unit, from, to) <= most) ?? "year";

/** The unit in which a report of some days is requested: the finest possible. Weeks don't fit into months. */
export const courseUnit = (days: Period): PeriodUnit =>
  finestOf(["day", "month"], days, maxReportPeriods);

/** The total of some days. @param daily sums by day */
const spentIn = ({ groups }: SpendingReport, { from, to }: Period): bigint =>
  groups
    .filter(({ key }) => key >= from && key <= to)
    .reduce((sum, { totalCents }) => sum + totalCents, 0n);

/** `+12 %`; rounded. */
function changeText(now: bigint, before: bigint): string {
  const difference = now - before;
  const size = difference < 0n ? -difference : difference;
  const percent = (size * 200n + before) / (before * 2n);
  if (percent === 0n) return difference === 0n ? "As much as" : "About as much as";
  return `${difference < 0n ? "−" : "+"}${percent.toLocaleString("en")} % against`;
}

/**
 * Compares some days with those before: `+12 % against October 2026 (752.23)`; undefined if nothing was spent
 * in either. A share of a sum below zero would have no meaning.
 * @param nothing the sentence for a time without any: `Nothing was spent`
 */
export function comparisonText(
  daily: SpendingReport,
  { now, before }: Compared,
  money: Money,
  nothing = "Nothing was spent",
): string | undefined {
  const spent = spentIn(daily, now);
  const earlier = spentIn(daily, before);
  const when = daysText(before);
  if (spent < 0n || earlier < 0n) {
    return `Against ${when}: ${money.ofCents(spent)} now, ${money.ofCents(earlier)} then.`;
  }
  if (earlier > 0n) return `${changeText(spent, earlier)} ${when} (${money.ofCents(earlier)})`;
  return spent > 0n ? `${nothing} in the time before, ${when}.` : undefined;
}

/** A column for each day, week, month or year, as many as fit. */
export function trend(
  course: SpendingReport,
  days: Period,
  most: number,
): { columns: string; unit: PeriodUnit } {
  const isDaily = course.by === "day";
  const unit = finestOf(isDaily ? periodUnits : ["month"], days, most);
  const totals = new Map(periodKeys(unit, days.from, days.to).map((key) => [key, 0n]));
  for (const { key, totalCents } of course.groups) {
    if (isDaily && (key < days.from || key > days.to)) continue;
    const place = isDaily ? periodKey(unit, key) : key.slice(0, unit === "year" ? 4 : undefined);
    totals.set(place, (totals.get(place) ?? 0n) + totalCents);
  }
  return { columns: sparkline([...totals.values()].slice(-most)), unit };
}
