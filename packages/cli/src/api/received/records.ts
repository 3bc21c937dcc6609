/**
 * Schemas for records as servers send them, including servers of other versions. A word that this client
 * doesn't know is kept as text and shown unchanged: a server that learns a new category must not lock out
 * older clients.
 */
import {
  apiKey,
  budget,
  budgetFields,
  createdApiKey,
  expense,
  expenseFields,
  importAnswer,
  importBatch,
  me,
  readUnconverted,
  writtenCents,
} from "@outlay/shared";
import * as v from "valibot";
import { openObject } from "./open-object.ts";
import { receivedFields } from "./received-fields.ts";

/** Null or missing if a record isn't in the trash. */
const deletedAt = () => v.nullish(v.string());

export const receivedExpense = openObject({
  ...expense.entries,
  ...receivedFields(expenseFields),
  deleted_at: deletedAt(),
});
export type Expense = v.InferOutput<typeof receivedExpense>;

export const isRemoved = ({ deleted_at }: Expense): boolean => typeof deleted_at === "string";

export const receivedBudget = openObject({
  ...budget.entries,
  ...receivedFields(budgetFields),
  deleted_at: deletedAt(),
});
export type Budget = v.InferOutput<typeof receivedBudget>;

const keyEntries = { ...apiKey.entries, scope: v.string() };
export const receivedKey = openObject(keyEntries);
export type ApiKey = v.InferOutput<typeof receivedKey>;

export const receivedNewKey = openObject({ ...keyEntries, secret: createdApiKey.entries.secret });
export type CreatedApiKey = v.InferOutput<typeof receivedNewKey>;

/** A value that servers of earlier versions don't give. */
const sinceCurrencies = () => v.optional(v.nullable(v.string()));

export const receivedAccount = openObject({ ...me.entries, home_currency: sinceCurrencies() });
export type Account = v.InferOutput<typeof receivedAccount>;

export const receivedBatch = openObject({ ...importBatch.entries, currency: sinceCurrencies() });
export type ImportBatch = v.InferOutput<typeof receivedBatch>;

/** Any status other than `created` means that the expense already existed. */
export const receivedImport = openObject({
  ...importAnswer.entries,
  /** Exact cents, which servers of earlier versions don't give. */
  total: v.optional(writtenCents()),
  unconverted: v.optional(v.array(readUnconverted()), []),
  currency: sinceCurrencies(),
  /** Undefined with a server that doesn't know currencies. */
  home_currency: sinceCurrencies(),
  home_currency_set: v.optional(v.boolean(), false),
  results: v.array(
    openObject({ ...importAnswer.entries.results.item.entries, status: v.string() }),
  ),
});
export type ImportAnswer = v.InferOutput<typeof receivedImport>;
