import {
  importAddition,
  importAnswer,
  importBatch,
  importedExpense,
  importInput,
  importReverted,
} from "@outlay/shared";
import { model } from "../model.ts";
import { newExpenseWords } from "./record-models.ts";

const source = "The origin of the expenses, such as the name of a file.";
const batchId = "The id of the batch.";
const created_at = "The time at which the batch was created.";
const expenses = "The expenses, each as in `POST /expenses/`, optionally with `known_as`.";
const external_id =
  "An identifier of your choice, unique among your batches. Another request with the same value adds its expenses to the same batch.";

const batchCurrency = "The currency that the batch's file named, or null.";

const fileCurrencies = {
  currency:
    "The currency of the expenses that name none. With `from_outlay`, only the batch keeps it.",
  currencies:
    "All currencies of the file, if it is sent in several requests. While your home currency is not set, a file may name only one.",
  shown_in:
    "The currency in which the client shows amounts. While your home currency is not set, a file in another currency is refused.",
  from_outlay:
    "Whether the expenses are records of Outlay, in which a missing currency means the home currency. Their currencies are stored as they are.",
};

const rows = [
  {
    amount: 12.5,
    description: "Lunch",
    category: "FOOD",
    date: "2026-11-22",
    external_id: "giro-1",
  },
  { amount: 2.9, description: "Bus", category: "TRANSPORT", external_id: "giro-2" },
];
const renamed = { ...rows[0], external_id: "giro-2026-1", known_as: ["giro-1"] };

export const importModels = {
  NewImport: model(importInput, {
    description: "Expenses to record as one batch.",
    fields: { source, external_id, ...fileCurrencies, expenses },
    example: { source: "giro.csv", expenses: rows },
  }),
  MoreExpenses: model(importAddition, {
    description: "Expenses to add to a batch.",
    fields: { ...fileCurrencies, expenses },
    example: { expenses: rows },
  }),
  ImportedExpense: model(importedExpense, {
    description: "An expense in an import.",
    fields: {
      ...newExpenseWords,
      category:
        "The key of the category, built-in or your own: required for expenses and refunds, and null for income and transfers. An unknown one doesn't prevent the import: the expense is recorded as `MISCELLANEOUS`.",
      known_as:
        "Other external ids under which the expense may have been recorded before. If you have an expense with one of them, even in the trash, this one is a duplicate of it. The list is not stored.",
    },
    example: renamed,
  }),
  ImportBatch: model(importBatch, {
    description: "A batch of imported expenses.",
    fields: {
      id: batchId,
      source,
      external_id,
      currency: batchCurrency,
      created_at,
      created:
        "The current number of expenses in the batch, including those in the trash. Reverting the batch removes them all.",
    },
    example: {
      id: 7,
      source: "giro.csv",
      external_id: null,
      currency: "EUR",
      created_at: "2026-11-22T10:00:00.000Z",
      created: 2,
    },
  }),
  ImportAnswer: model(importAnswer, {
    description: "The results of one import request.",
    fields: {
      id: batchId,
      source,
      created_at,
      created: "The number of expenses that this request has created.",
      duplicates: "The number of expenses that existed already and were left unchanged.",
      total:
        "The amount spent in the created expenses, less refunds, converted to the home currency.",
      unconverted:
        "The amounts that are left out of `total` because their currency has no rate on their day, by currency.",
      currency: batchCurrency,
      home_currency: "Your home currency after this request, or null.",
      home_currency_set:
        "Whether this request has set it, because nothing was stored and the expenses name one currency.",
      results:
        "A result for each expense sent, in the same order. For a duplicate, `id` is that of the existing expense. If you have no category with the key that was sent, the expense is recorded as `MISCELLANEOUS`, and `unknown_category` repeats the key.",
    },
    example: {
      id: 7,
      source: "giro.csv",
      created_at: "2026-11-22T10:00:00.000Z",
      created: 1,
      duplicates: 1,
      total: 12.5,
      unconverted: [],
      currency: "EUR",
      home_currency: "EUR",
      home_currency_set: false,
      results: [
        { id: 43, status: "created" },
        { id: 12, status: "duplicate" },
      ],
    },
  }),
  ImportReverted: model(importReverted, {
    description: "The result of reverting a batch.",
    fields: { deleted: "The number of expenses that were removed." },
    example: { deleted: 2 },
  }),
};
