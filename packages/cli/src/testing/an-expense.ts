import type { Expense } from "../api/received/records.ts";

/** An expense as the API gives it. */
export const anExpense = (more: Partial<Expense> = {}): Expense => ({
  id: 1,
  amount: 12.5,
  description: "Lunch",
  category: "FOOD",
  date: "2026-11-22",
  tags: [],
  external_id: null,
  created_at: "2026-11-22T12:00:00.000Z",
  updated_at: "2026-11-22T12:00:00.000Z",
  ...more,
});
