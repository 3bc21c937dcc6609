/** A JSON store over a folder of its own. */
import { onTestFinished } from "vitest";
import { openJsonStore, type JsonStoreOptions } from "../store/json/json-store.ts";
import type { Store } from "../store/store.ts";

export { bankFile, food, fromBank, lunch } from "../store/suite/store-under-test.ts";

export interface TestStoreOptions extends Partial<JsonStoreOptions> {
  folder: string;
  own?: boolean;
}

/** Closed when the test ends, if it isn't before. */
export async function openTestStore({ own = true, ...options }: TestStoreOptions): Promise<Store> {
  const store = await openJsonStore(
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

/** The data that one user sees, for comparing. */
export async function contentOf(store: Store, userId: number) {
  return {
    user: await store.users.findById(userId),
    expenses: await store.expenses.list(userId),
    removedExpenses: await store.expenses.listRemoved(userId),
    budgets: await store.budgets.list(userId),
    removedBudgets: await store.budgets.listRemoved(userId),
    imports: await store.imports.list(userId),
    categories: await store.categories.list(userId),
    rates: await store.rates.list(userId),
    apiKeys: await store.apiKeys.list(userId),
  };
}
