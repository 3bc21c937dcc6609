/** Formats a budget's status in words. */
import type { BudgetPeriod, CalendarDate } from "@outlay/shared";
import type { BudgetStatusEntry } from "../../api/received/status-entry.ts";
import type { Money } from "../../terminal/amounts.ts";

/** The sums of a budget's status, plus the total that can be spent. */
export interface Standing {
  limitCents: bigint;
  carriedCents: bigint;
  spentCents: bigint;
  leftCents: bigint;
  projectedCents: bigint;
}

export const standingOf = (entry: BudgetStatusEntry): Standing => ({
  limitCents: entry.budget + entry.carried,
  carriedCents: entry.carried,
  spentCents: entry.spent,
  leftCents: entry.left,
  projectedCents: entry.projected,
});

/** Whether a percentage of the limit is spent. With a limit of zero or less, all of it is, unless refunds left something. */
export const isUsed = ({ spentCents, limitCents }: Standing, percent: number): boolean =>
  limitCents > 0n ? spentCents * 100n >= BigInt(percent) * limitCents : spentCents >= limitCents;

/** `62 %`, rounded down; empty if there is nothing to spend, or if more came back than was spent. */
export function shareText({ spentCents, limitCents }: Standing): string {
  if (limitCents <= 0n || spentCents < 0n) return "";
  return `${(spentCents * 100n) / limitCents} %`;
}

/** `150.00 left`, `12.00 over`. */
export const restText = (leftCents: bigint, money: Money): string =>
  leftCents < 0 ? `${money.ofCents(-leftCents)} over` : `${money.ofCents(leftCents)} left`;

const nameNow = { WEEKLY: "this week", MONTHLY: "this month", YEARLY: "this year" } as const;

const nameOf = {
  WEEKLY: (from) => `the week of ${from}`,
  MONTHLY: (from) => from.slice(0, "YYYY-MM".length),
  YEARLY: (from) => from.slice(0, "YYYY".length),
} as const satisfies Record<BudgetPeriod, (from: CalendarDate) => string>;

const isCurrent = ({ from, to }: BudgetStatusEntry, today: CalendarDate) =>
  from <= today && today <= to;

const isNamed = (period: string | null): period is BudgetPeriod =>
  period !== null && Object.hasOwn(nameOf, period);

/**
 * `this month`, `2026-10`; a period that this client doesn't know is described by its days, as the server
 * gives them.
 */
export function periodText(entry: BudgetStatusEntry, today: CalendarDate): string {
  const { period, from, to } = entry;
  if (!isNamed(period)) return `${from} to ${to}`;
  return isCurrent(entry, today) ? nameNow[period] : nameOf[period](from);
}

/** `this month`, `in 2026-10`, `from 2026-10-01 to 2026-12-31`. */
function whenText(entry: BudgetStatusEntry, today: CalendarDate): string {
  const when = periodText(entry, today);
  if (!isNamed(entry.period)) return `from ${when}`;
  return isCurrent(entry, today) ? when : `in ${when}`;
}

/** `20.00 more came back than was spent`; undefined if it isn't so. */
export const backText = ({ spentCents }: Standing, money: Money): string | undefined =>
  spentCents < 0n ? `${money.ofCents(-spentCents)} more came back than was spent` : undefined;

/** `387.50 left of 400.00 this month (3 %)`; `420.00 left this month (20.00 more came back than was spent)`. */
export function standingText(entry: BudgetStatusEntry, today: CalendarDate, money: Money): string {
  const standing = standingOf(entry);
  const { leftCents, limitCents } = standing;
  const left = restText(leftCents, money);
  const rest = leftCents < 0 ? left : `${left} of`;
  const when = whenText(entry, today);
  const back = backText(standing, money);
  if (back !== undefined) return `${left} ${when} (${back})`;
  const share = shareText(standing);
  return `${rest} ${money.ofCents(limitCents)} ${when}${share === "" ? "" : ` (${share})`}`;
}
