import { type CalendarDate, daysBetween } from "@outlay/shared";
import type { BudgetGroup } from "./budget-groups.ts";
import { carriedInto } from "./carried.ts";
import { atPace, usedRatio } from "./pace.ts";
import { periodKinds } from "./periods.ts";
import type { DailySpending } from "./spending.ts";

/** The status of the budgets of one category and period. */
export interface BudgetStatus extends Pick<BudgetGroup, "category" | "period" | "span"> {
  budgetCents: bigint;
  /** Carried over from earlier periods; negative where too much was spent. */
  carriedCents: bigint;
  /** Spent in the whole period, including days after the requested one. */
  spentCents: bigint;
  /** Left of the budget with the carried amount; negative where too much was spent. */
  leftCents: bigint;
  /** Null where budget and carried amount add up to nothing. */
  usedRatio: number | null;
  /**
   * Projected to the period's end at the pace up to the requested day; never less than already
   * spent.
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
 * @param spending of the group's category on all days that matter; other days do no harm
 * @param date inside the group's period
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
