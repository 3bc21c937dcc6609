/** What a budget's status says, in words. */
import { type BudgetStatusEntry, type CalendarDate, numberToCents } from "@outlay/shared";
import { groupedText } from "../../terminal/amounts.ts";

/** The same in cents, with what can be spent in all. */
export interface Standing {
  limitCents: number;
  carriedCents: number;
  spentCents: number;
  leftCents: number;
  projectedCents: number;
}

export function standingOf(entry: BudgetStatusEntry): Standing {
  const carriedCents = numberToCents(entry.carried);
  return {
    limitCents: numberToCents(entry.budget) + carriedCents,
    carriedCents,
    spentCents: numberToCents(entry.spent),
    leftCents: numberToCents(entry.left),
    projectedCents: numberToCents(entry.projected),
  };
}

/** Whether so many hundredths of what can be spent are spent; of nothing they always are. */
export const isUsed = ({ spentCents, limitCents }: Standing, percent: number): boolean =>
  BigInt(spentCents) * 100n >= BigInt(percent) * BigInt(limitCents);

/** `62 %`, never more than it is; nothing where there is nothing to spend. */
export function shareText({ spentCents, limitCents }: Standing): string {
  if (limitCents <= 0) return "";
  return `${(BigInt(spentCents) * 100n) / BigInt(limitCents)} %`;
}

/** `150.00 left`, `12.00 over`. */
export const restText = (leftCents: number): string =>
  leftCents < 0 ? `${groupedText(-leftCents)} over` : `${groupedText(leftCents)} left`;

const current = { WEEKLY: "this week", MONTHLY: "this month", YEARLY: "this year" } as const;

const another = {
  WEEKLY: (from) => `the week of ${from}`,
  MONTHLY: (from) => from.slice(0, "YYYY-MM".length),
  YEARLY: (from) => from.slice(0, "YYYY".length),
} as const satisfies Record<BudgetStatusEntry["period"], (from: CalendarDate) => string>;

const isCurrent = ({ from, to }: BudgetStatusEntry, today: CalendarDate) =>
  from <= today && today <= to;

/** `this month`, `2026-10`. */
export const periodText = (entry: BudgetStatusEntry, today: CalendarDate): string =>
  isCurrent(entry, today) ? current[entry.period] : another[entry.period](entry.from);

/** `387.50 left of 400.00 this month (3 %)`. */
export function standingText(entry: BudgetStatusEntry, today: CalendarDate): string {
  const standing = standingOf(entry);
  const { leftCents, limitCents } = standing;
  const rest = leftCents < 0 ? restText(leftCents) : `${restText(leftCents)} of`;
  const when = `${isCurrent(entry, today) ? "" : "in "}${periodText(entry, today)}`;
  const share = shareText(standing);
  return `${rest} ${groupedText(limitCents)} ${when}${share === "" ? "" : ` (${share})`}`;
}
