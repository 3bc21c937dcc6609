/** What the suite needs of an engine, and what it puts in. */
import type { BudgetFields, ExpenseFields, ImportFields, Store } from "../store.ts";

export const lunch: Required<ExpenseFields> = {
  amountCents: 1250,
  description: "Lunch",
  category: "FOOD",
  spentOn: "2026-11-22",
  tags: ["work"],
  externalId: null,
};

export const food: Required<BudgetFields> = {
  amountCents: 40_000,
  description: "food",
  category: "FOOD",
  period: "MONTHLY",
  starts: null,
  ends: null,
  rollover: "none",
};

/** What a bank's file has: an expense for each of these external ids. */
export const fromBank = (...externalIds: (string | null)[]): ExpenseFields[] =>
  externalIds.map((externalId) => ({ ...lunch, externalId }));

export const bankFile: ImportFields = { source: "bank.csv", externalId: null };

interface StoreUnderTest {
  store: Store;
  /** Lets days pass on the store's clock. */
  passDays: (days: number) => void;
  /** The same data, opened again after closing. */
  reopen: () => Promise<Store>;
}

export type OpenStore = () => Promise<StoreUnderTest>;
