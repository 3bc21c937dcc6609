import { calendarDayOf, type CalendarDate } from "@outlay/shared";
import { budgetGroupsAt, daysNeeded } from "../domain/budgets/budget-groups.ts";
import { type BudgetStatus, budgetStatus } from "../domain/budgets/budget-status.ts";
import { spendingOf } from "../domain/spending.ts";
import { categoriesOf } from "./categories.ts";
import type { Store } from "../store/store.ts";

/** Returns the status of a user's budgets on a day, ordered by category and then by period. */
export async function budgetStatusAt(
  { budgets, expenses, categories }: Pick<Store, "budgets" | "expenses" | "categories">,
  userId: number,
  date: CalendarDate,
): Promise<BudgetStatus[]> {
  const all = await budgets.list(userId);
  const tree = await categoriesOf(categories, userId);
  const groups = budgetGroupsAt(
    all.map((budget) => ({ ...budget, setOn: calendarDayOf(new Date(budget.createdAt)) })),
    date,
    tree.keys,
  );
  if (groups.length === 0) return [];

  const { from, to } = daysNeeded(groups);
  const { records, toHome } = await expenses.listDays(userId, from, to);
  const spending = spendingOf(records, toHome);
  return groups.map((group) => budgetStatus(group, { spending, tree }, date));
}
