import { type Budget, budgetGroupsAt, daysNeeded } from "../domain/budgets/budget-groups.ts";
import { budgetStatus } from "../domain/budgets/budget-status.ts";
import { CategoryTree } from "../domain/category-tree.ts";
import { spendingOf } from "../domain/spending.ts";
import { onlyHome } from "../domain/spent.ts";

export type Spent = Parameters<typeof spendingOf>[0][number];

/** The status of budgets on a day, from the expenses that it needs. */
export function statusAt(
  date: string,
  budgets: readonly Budget[],
  expenses: readonly Spent[],
  tree = new CategoryTree([]),
) {
  const groups = budgetGroupsAt(budgets, date, tree.keys);
  if (groups.length === 0) return [];
  const { from, to } = daysNeeded(groups);
  const needed = expenses.filter(({ spentOn }) => spentOn >= from && spentOn <= to);
  const spending = spendingOf(needed, onlyHome);
  return groups.map((group) => budgetStatus(group, { spending, tree }, date));
}
