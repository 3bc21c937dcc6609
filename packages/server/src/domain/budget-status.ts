import { type CalendarDate, daysBetween } from "@outlay/shared";
import type { BudgetGroup } from "./budget-groups.ts";
import { carriedInto } from "./carried.ts";
import { atPace, usedRatio } from "./pace.ts";
import { periodKinds } from "./periods.ts";
import type { DailySpending } from "./spending.ts";

/** How the budgets of one category and period stand. */
export interface BudgetStatus extends Pick<BudgetGroup, "category" | "period" | "span"> {
  budgetCents: bigint;
  /** From the periods before; negative where too much was spent. */
  carriedCents: bigint;
  /** In the whole period, also on days after the one asked for. */
  spentCents: bigint;
  /** Of the budget with what is carried; negative where too much is spent. */
  leftCents: bigint;
  /** Null where budget and what is carried come to nothing. */
  usedRatio: number | null;
  /** By the period's end, at the pace up to the day asked for; never less than is spent already. */
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
 * @param spending of the group's category, on all days that it needs; others do no harm
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
