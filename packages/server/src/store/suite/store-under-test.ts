/** What the suite needs of an engine, and what it puts in. */
import type { BudgetFields, ExpenseFields, Imported, ImportFields, Store } from "../store.ts";

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

/** What became of each expense: its id, and whether it is new. */
export const outcomes = (imported: Imported | undefined) =>
  imported?.expenses.map(({ record, isNew }) => [record.id, isNew]);

interface StoreUnderTest {
  store: Store;
  /** Lets days pass on the store's clock. */
  passDays: (days: number) => void;
  /** The same data, opened again after closing. */
  reopen: () => Promise<Store>;
}

export type OpenStore = () => Promise<StoreUnderTest>;
