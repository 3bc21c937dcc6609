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

const source = "Where the expenses come from, such as a file's name.";
const batchId = "The batch's number.";
const created_at = "When the batch was made.";
const expenses =
  "As `POST /expenses/` takes each, with `known_as` where it was named otherwise before.";
const external_id =
  "A name of your choice that no other batch of yours has. A second request with it adds to the same batch.";

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
    description: "Expenses that are recorded together.",
    fields: { source, external_id, expenses },
    example: { source: "giro.csv", expenses: rows },
  }),
  MoreExpenses: model(importAddition, {
    description: "More expenses of a batch.",
    fields: { expenses },
    example: { expenses: rows },
  }),
  ImportedExpense: model(importedExpense, {
    description: "An expense to record with others.",
    fields: {
      ...newExpenseWords,
      known_as:
        "External ids that it may have been recorded under before. If you have an expense with one of them, in the trash too, this is a duplicate of that one. They are not kept.",
    },
    example: renamed,
  }),
  ImportBatch: model(importBatch, {
    description: "A batch of imported expenses.",
    fields: {
      id: batchId,
      source,
      external_id,
      created_at,
      created:
        "How many expenses it has now, with those in the trash: what taking it back removes.",
    },
    example: {
      id: 7,
      source: "giro.csv",
      external_id: null,
      created_at: "2026-11-22T10:00:00.000Z",
      created: 2,
    },
  }),
  ImportAnswer: model(importAnswer, {
    description: "What became of the expenses of one request.",
    fields: {
      id: batchId,
      source,
      created_at,
      created: "How many expenses of this request are new.",
      duplicates: "How many were there already, and were left as they are.",
      results:
        "One for each that was sent, in that order; `id` is the expense's, for a duplicate that of the one there was.",
    },
    example: {
      id: 7,
      source: "giro.csv",
      created_at: "2026-11-22T10:00:00.000Z",
      created: 1,
      duplicates: 1,
      results: [
        { id: 43, status: "created" },
        { id: 12, status: "duplicate" },
      ],
    },
  }),
  ImportReverted: model(importReverted, {
    description: "What taking a batch back has removed.",
    fields: { deleted: "How many expenses are gone." },
    example: { deleted: 2 },
  }),
};
