import { type CalendarDate, daysBetween } from "@outlay/shared";
import type { BudgetGroup } from "./budget-groups.ts";
import { carriedInto } from "./carried.ts";
import { atPace, usedRatio } from "./pace.ts";
import { periodKinds } from "./periods.ts";
import type { DailySpending } from "./spending.ts";

/** The status of the budgets of one category and period. */
export interface BudgetStatus extends Pick<BudgetGroup, "category" | "period" | "span"> {
  budgetCents: bigint;
  /** The amount carried over from earlier periods; negative after overspending. */
  carriedCents: bigint;
  /** The amount spent in the whole period, including days after the requested one. */
  spentCents: bigint;
  /** The rest of the budget with the carried amount; negative after overspending. */
  leftCents: bigint;
  /** The used share of budget and carried amount; null if their sum is zero or less. */
  usedRatio: number | null;
  /**
   * The spending projected to the end of the period, at the pace up to the requested day; never less than what is
   * already spent.
   */
  projectedCents: bigint;
}

function spentByPeriod(
  spending: DailySpending,
  numberOf: (date: CalendarDate) => number,
): Map<number, bigint> {
  const byPeriod = new Map<number, bigint>();
  for (const [date, cents] of spending) {
    const number = numberOf(date);
    byPeriod.set(number, (byPeriod.get(number) ?? 0n) + cents);
  }
  return byPeriod;
}

/**
 * @param spending the spending of the group's category on all days that matter; other days are ignored
 * @param date a day in the group's period
 */
export function budgetStatus(
  { category, period, number, span, budgetCents, rolling }: BudgetGroup,
  spending: DailySpending,
  date: CalendarDate,
): BudgetStatus {
  const byPeriod = spentByPeriod(spending, periodKinds[period].numberOf);
  const spentCents = byPeriod.get(number) ?? 0n;
  const carriedCents = carriedInto(number, rolling, byPeriod);
  const limitCents = budgetCents + carriedCents;

  let spentSoFar = 0n;
  for (const [day, cents] of spending) {
    if (day >= span.from && day <= date) spentSoFar += cents;
  }
  const elapsedDays = daysBetween(span.from, date) + 1;
  const paceCents = atPace(spentSoFar, elapsedDays, daysBetween(span.from, span.to) + 1);

  return {
    category,
    period,
    span,
    budgetCents,
    carriedCents,
    spentCents,
    leftCents: limitCents - spentCents,
    usedRatio: usedRatio(spentCents, limitCents),
    projectedCents: paceCents > spentCents ? paceCents : spentCents,
  };
}
