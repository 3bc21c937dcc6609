import type { SpendingGrouping, SpendingReport } from "@outlay/shared";
import { spendingReport, sumsFor } from "../domain/spending-report.ts";
import type { ExpenseFilter } from "../domain/expense-query.ts";
import type { Expenses } from "../store/store.ts";

/** @throws InvalidFields if the report would have too many groups */
export async function reportSpending(
  expenses: Expenses,
  userId: number,
  filter: ExpenseFilter,
  by: SpendingGrouping,
): Promise<SpendingReport> {
  return spendingReport(await expenses.sum(userId, filter, sumsFor(by)), by, filter);
}
