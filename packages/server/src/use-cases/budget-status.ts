import { calendarDayOf, type CalendarDate } from "@outlay/shared";
import { budgetGroupsAt, daysNeeded } from "../domain/budget-groups.ts";
import { type BudgetStatus, budgetStatus } from "../domain/budget-status.ts";
import { type DailySpending, dailySpending } from "../domain/spending.ts";
import type { Store } from "../store/store.ts";

const nothingSpent: DailySpending = new Map();

/** Returns the status of a user's budgets on a day, ordered by category and then by period. */
export async function budgetStatusAt(
  { budgets, expenses }: Pick<Store, "budgets" | "expenses">,
  userId: number,
  date: CalendarDate,
): Promise<BudgetStatus[]> {
  const all = await budgets.list(userId);
  const groups = budgetGroupsAt(
    all.map((budget) => ({ ...budget, setOn: calendarDayOf(new Date(budget.createdAt)) })),
    date,
  );
  if (groups.length === 0) return [];

  const { from, to } = daysNeeded(groups);
  const spending = dailySpending(await expenses.listDays(userId, from, to));
  return groups.map((group) => {
    // No expense has the category of savings.
    const own = group.category === "SAVINGS" ? undefined : spending.get(group.category);
    return budgetStatus(group, own ?? nothingSpent, date);
  });
}
