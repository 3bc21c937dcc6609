/** The suite's requirements of an engine, and its records. */
import {
  budgetFields,
  type BudgetFields,
  budgetInput,
  exampleOf,
  expenseFields,
  type ExpenseFields,
  expenseInput,
  parseFields,
  wireMapping,
} from "@outlay/shared";
import type { Imported, ImportFields } from "../../domain/import-batch.ts";
import type { Store } from "../store.ts";

const moment = { today: "2026-11-22" };

/** The example of the API's description, in the store's words. */
export const lunch: ExpenseFields = wireMapping(expenseFields).newFields(
  parseFields(expenseInput, exampleOf(expenseFields)),
  moment,
);

export const food: BudgetFields = {
  ...wireMapping(budgetFields).newFields(parseFields(budgetInput, exampleOf(budgetFields)), moment),
  description: "food",
};

/** Rows of a bank's file: an expense for each of these external ids. */
export const fromBank = (...externalIds: (string | null)[]): ExpenseFields[] =>
  externalIds.map((externalId) => ({ ...lunch, externalId }));

export const bankFile: ImportFields = { source: "bank.csv", externalId: null };

/** The outcome for each expense: its id, and whether it is new. */
export const outcomes = (imported: Imported | undefined) =>
  imported?.expenses.map(({ record, isNew }) => [record.id, isNew]);

export interface StoreUnderTest {
  store: Store;
  /** Moves the store's clock on by some days. */
  passDays: (days: number) => void;
  /** Closes the store and opens its data again. */
  reopen: () => Promise<Store>;
}

export type OpenStore = () => Promise<StoreUnderTest>;
