import {
  type BudgetFields,
  type BudgetPeriod,
  budgetPeriods,
  type CalendarDate,
  savingsCategory,
} from "@outlay/shared";
import type { RollingBudget } from "./carried.ts";
import { periodKinds, type Span } from "./periods.ts";

/** A budget, and the day on which it was set. */
export type Budget = BudgetFields & { setOn: CalendarDate };

/** The budgets of one category and kind of period that apply to one period. Their amounts are added up. */
export interface BudgetGroup {
  category: string;
  period: BudgetPeriod;
  /** The period's number, as counted by `periodKinds`. */
  number: number;
  span: Span;
  budgetCents: bigint;
  /** Budgets that affect the carried amount, including those of earlier periods. */
  rolling: readonly RollingBudget[];
}

/** A budget that begins or ends inside a period applies to the whole period. */
function rollingBudget({ period, starts, ends, setOn, ...terms }: Budget): RollingBudget {
  const { numberOf } = periodKinds[period];
  return {
    // A budget without a start applies to the past too, but nothing is carried over from before it
    // was set.
    first: numberOf(starts ?? setOn),
    last: ends === null ? Infinity : numberOf(ends),
    amountCents: terms.amountCents,
    rollover: terms.rollover,
  };
}

/**
 * Returns the groups that have a budget on a day, ordered by category and then by period.
 * @param categories in the order of the groups
 */
export function budgetGroupsAt(
  budgets: readonly Budget[],
  date: CalendarDate,
  categories: readonly string[],
): BudgetGroup[] {
  return categories.flatMap((category) =>
    budgetPeriods.flatMap((period) => {
      const { numberOf, span } = periodKinds[period];
      const number = numberOf(date);
      const own = budgets.filter((one) => one.category === category && one.period === period);
      const applying = own.filter(
        ({ starts, ends }) =>
          (starts === null || numberOf(starts) <= number) &&
          (ends === null || numberOf(ends) >= number),
      );
      if (applying.length === 0) return [];
      const budgetCents = applying.reduce((sum, one) => sum + BigInt(one.amountCents), 0n);
      // The missing part of a savings goal isn't money that could be carried over.
      const rolling = category === savingsCategory ? [] : own.map(rollingBudget);
      return [{ category, period, number, span: span(number), budgetCents, rolling }];
    }),
  );
}

/** Returns the first day whose expenses affect a group's status. */
export function firstDayOf({ period, number, rolling }: BudgetGroup): CalendarDate {
  const carrying = rolling.filter(({ rollover }) => rollover !== "none");
  const first = carrying.reduce((least, one) => Math.min(least, one.first), number);
  return periodKinds[period].span(first).from;
}

/**
 * Returns the days whose expenses affect the status of groups.
 * @param groups a list that isn't empty
 */
export function daysNeeded(groups: readonly BudgetGroup[]): Span {
  const days = groups.map((group) => ({ from: firstDayOf(group), to: group.span.to }));
  return days.reduce((all, { from, to }) => ({
    from: from < all.from ? from : all.from,
    to: to > all.to ? to : all.to,
  }));
}
