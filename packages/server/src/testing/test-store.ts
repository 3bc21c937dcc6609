/** A JSON store over a folder of its own. */
import { onTestFinished } from "vitest";
import { openJsonStore, type JsonStoreOptions } from "../store/json/json-store.ts";
import type { BudgetFields, ExpenseFields, Store } from "../store/store.ts";

export const lunch: ExpenseFields = {
  amountCents: 1250,
  description: "Lunch",
  category: "FOOD",
  spentOn: "2026-11-22",
  tags: [],
  externalId: null,
};

export const food: BudgetFields = {
  amountCents: 40_000,
  description: "food",
  category: "FOOD",
  period: "MONTHLY",
  starts: null,
  ends: null,
  rollover: "none",
};

export interface TestStoreOptions extends Partial<JsonStoreOptions> {
  folder: string;
  own?: boolean;
}

/** Closed when the test is over, if it isn't before. */
export async function openTestStore({ own = true, ...options }: TestStoreOptions): Promise<Store> {
  const store = await   openJsonStore(
    {
      label: "test",
      patienceMs: 10_000,
      clock: () => new Date(),
      report: () => undefined,
      ...options,
    },
    { own },
  );
  onTestFinished(() => store.close());
  return store;
}

/** What one user sees, for comparing. */
export async function contentOf(store: Store, userId: number) {
  return {
    user: await store.users.findById(userId),
    expenses: await store.expenses.list(userId),
    removedExpenses: await store.expenses.listRemoved(userId),
    budgets: await store.budgets.list(userId),
    removedBudgets: await store.budgets.listRemoved(userId),
  };
}
