import type { CalendarDate, ExpenseCategory } from "@outlay/shared";
import type { ExpenseRecord } from "./records.ts";

/** The amount spent on each day in one category, in cents. */
export type DailySpending = ReadonlyMap<CalendarDate, bigint>;

export function dailySpending(
  expenses: readonly Pick<ExpenseRecord, "amountCents" | "category" | "spentOn">[],
): ReadonlyMap<ExpenseCategory, DailySpending> {
  const byCategory = new Map<ExpenseCategory, Map<CalendarDate, bigint>>();
  for (const { amountCents, category, spentOn } of expenses) {
    const byDay = byCategory.get(category) ?? new Map<CalendarDate, bigint>();
    byCategory.set(category, byDay);
    byDay.set(spentOn, (byDay.get(spentOn) ?? 0n) + BigInt(amountCents));
  }
  return byCategory;
}
