import type { SpendingGrouping, SpendingReport } from "@outlay/shared";
import type { CategoryTree } from "../domain/category-tree.ts";
import type { ExpenseFilter } from "../domain/expense-query.ts";
import { spendingReport, sumsFor } from "../domain/spending-report.ts";
import type { Expenses } from "../store/store.ts";

/** @throws InvalidFields if the report would have too many groups */
export async function reportSpending(
  expenses: Expenses,
  userId: number,
  { filter, by, tree }: { filter: ExpenseFilter; by: SpendingGrouping; tree: CategoryTree },
): Promise<SpendingReport> {
  const summed = await expenses.sum(userId, filter, sumsFor(by));
  return spendingReport(summed, by, { filter, tree });
}
