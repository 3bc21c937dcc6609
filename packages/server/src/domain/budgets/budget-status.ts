import { type CalendarDate, daysBetween, savingsCategory } from "@outlay/shared";
import type { CategoryTree } from "../category-tree.ts";
import { type BudgetGroup, firstDayOf } from "./budget-groups.ts";
import { carriedInto } from "./carried.ts";
import type { ExpenseSum, Unconverted } from "../expense-query.ts";
import { atPace, usedRatio } from "./pace.ts";
import { periodKinds, type Span } from "./periods.ts";
import {
  type DailyAmounts,
  type DailyCents,
  noAmounts,
  type Spending,
  sumOfAmounts,
} from "../spending.ts";

/** The status of the budgets of one category and period. */
export interface BudgetStatus extends Pick<BudgetGroup, "category" | "period" | "span"> {
  /** The category that the category belongs to. */
  parent: string | null;
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
  /** For savings, the income less what was spent in the period; null while no income is recorded in it. */
  putAsideCents: bigint | null;
  /** The amounts that are left out because their currency has no rate. */
  unconverted: Unconverted;
}

function byPeriod(
  amounts: DailyCents,
  numberOf: (date: CalendarDate) => number,
): Map<number, bigint> {
  const periods = new Map<number, bigint>();
  for (const [date, cents] of amounts) {
    const number = numberOf(date);
    periods.set(number, (periods.get(number) ?? 0n) + cents);
  }
  return periods;
}

/** Adds up the amounts without a rate of some days, by currency. */
function unconvertedBetween(
  amounts: DailyAmounts,
  first: CalendarDate,
  last: CalendarDate,
): Unconverted {
  const sums = new Map<string, ExpenseSum>();
  for (const { currency, spentOn, cents } of amounts.unconverted) {
    if (spentOn < first || spentOn > last) continue;
    const { totalCents, count } = sums.get(currency) ?? { totalCents: 0n, count: 0 };
    sums.set(currency, { totalCents: totalCents + cents, count: count + 1 });
  }
  return sums;
}

/** The income of a period less what was spent in it; null if no income is recorded. */
function putAside({ income, spent }: Spending, { from, to }: Span): bigint | null {
  const sumOf = ({ byDay }: DailyAmounts) => {
    let sum = 0n;
    for (const [day, cents] of byDay) if (day >= from && day <= to) sum += cents;
    return sum;
  };
  const hasIncome =
    [...income.byDay.keys()].some((day) => day >= from && day <= to) ||
    unconvertedBetween(income, from, to).size > 0;
  return hasIncome ? sumOf(income) - sumOf(spent) : null;
}

/** The status of a goal for savings. */
function savingsStatus(
  { category, period, span, budgetCents }: BudgetGroup,
  spending: Spending,
): BudgetStatus {
  const all = {
    ...noAmounts,
    unconverted: [...spending.spent.unconverted, ...spending.income.unconverted],
  };
  return {
    category,
    parent: null,
    period,
    span,
    budgetCents,
    carriedCents: 0n,
    spentCents: 0n,
    leftCents: budgetCents,
    usedRatio: 0,
    projectedCents: 0n,
    putAsideCents: putAside(spending, span),
    unconverted: unconvertedBetween(all, span.from, span.to),
  };
}

/**
 * Returns the status of the budgets of a category, which are about the categories below it too.
 * @param spending the spending on all days that matter; other days are ignored
 * @param date a day in the group's period
 */
export function budgetStatus(
  group: BudgetGroup,
  { spending, tree }: { spending: Spending; tree: CategoryTree },
  date: CalendarDate,
): BudgetStatus {
  const { category, period, number, span, budgetCents, rolling } = group;
  if (category === savingsCategory) return savingsStatus(group, spending);
  // Each record is in one category, so that none counts twice.
  const amounts = sumOfAmounts(
    tree.withChildren([category]).map((key) => spending.byCategory.get(key) ?? noAmounts),
  );
  const spentByPeriod = byPeriod(amounts.byDay, periodKinds[period].numberOf);
  const spentCents = spentByPeriod.get(number) ?? 0n;
  const carriedCents = carriedInto(number, rolling, spentByPeriod);
  const limitCents = budgetCents + carriedCents;

  let spentSoFar = 0n;
  for (const [day, cents] of amounts.byDay) {
    if (day >= span.from && day <= date) spentSoFar += cents;
  }
  const elapsedDays = daysBetween(span.from, date) + 1;
  const paceCents = atPace(spentSoFar, elapsedDays, daysBetween(span.from, span.to) + 1);

  return {
    category,
    parent: tree.parentOf(category),
    period,
    span,
    budgetCents,
    carriedCents,
    spentCents,
    leftCents: limitCents - spentCents,
    usedRatio: usedRatio(spentCents, limitCents),
    projectedCents: paceCents > spentCents ? paceCents : spentCents,
    putAsideCents: null,
    unconverted: unconvertedBetween(amounts, firstDayOf(group), span.to),
  };
}
