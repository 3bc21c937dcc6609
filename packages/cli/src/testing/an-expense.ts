import { exampleOf, expenseFields } from "@outlay/shared";
import type { Expense } from "../api/received/records.ts";

/** An expense as the API returns it. */
export const anExpense = (more: Partial<Expense> = {}): Expense => ({
  id: 1,
  ...exampleOf(expenseFields),
  tags: [],
  created_at: "2026-11-22T12:00:00.000Z",
  updated_at: "2026-11-22T12:00:00.000Z",
  ...more,
});
