import * as v from "valibot";
import { optional, required } from "../record/field.ts";
import {
  amountType,
  dayType,
  nullableTextType,
  tagsType,
  textType,
  wordType,
} from "../record/field-types.ts";
import { answerSchema, inputSchema } from "../record/record-schemas.ts";
import type { StoredFields } from "../record/stored-record.ts";
import { shortText } from "./fields.ts";

export const expensesPath = "/expenses/";

export const expenseCategories = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"] as const;
export type ExpenseCategory = (typeof expenseCategories)[number];

export const maxDescriptionCharacters = 255;
export const maxExternalIdCharacters = 100;

export const externalId = () => shortText(maxExternalIdCharacters);

/** The fields of an expense. Everything else that lists them is derived from this table; docs/ADDING.md says how to add one. */
export const expenseFields = {
  amount: required(amountType(), {
    stored: "amountCents",
    title: "Amount",
    words: "The amount paid: at least 0.01, with at most two decimal places and 12 digits.",
    example: 12.5,
  }),
  description: required(textType(maxDescriptionCharacters), {
    stored: "description",
    title: "Description",
    words:
      "The purpose of the expense. Leading and trailing white space is removed; null characters are rejected.",
    example: "Lunch",
  }),
  category: required(wordType(expenseCategories), {
    stored: "category",
    title: "Category",
    words: "The category of the expense.",
    example: "FOOD",
  }),
  date: optional(dayType(), {
    stored: "spentOn",
    title: "Date",
    words: "The day of the expense.",
    newWords: "For a new expense, it defaults to today in the server's time zone.",
    otherwise: ({ today }) => today,
    example: "2026-11-22",
  }),
  tags: optional(tagsType(), {
    stored: "tags",
    title: "Tags",
    words: "Labels of your choice, made of letters, digits, `-` and `_`.",
    newWords: "Repeated labels are stored once.",
    otherwise: () => [],
    example: ["work"],
  }),
  external_id: optional(nullableTextType(maxExternalIdCharacters), {
    stored: "externalId",
    title: "External id",
    words:
      "An identifier of your choice, unique among your expenses. With it, a request can be repeated without recording the expense twice.",
    otherwise: () => null,
    example: null,
  }),
};
/** The fields of an expense that a user sets, as they are stored. */
export type ExpenseFields = StoredFields<typeof expenseFields>;

/** The body of `POST` and `PUT /expenses/`, in which three fields are required. */
export const expenseInput = inputSchema(expenseFields);

/** The body of `PATCH /expenses/<id>/`, which names only the fields to change. */
export const expenseChanges = v.partial(expenseInput);

/** An expense as the API returns it. */
export const expense = answerSchema(expenseFields);
export type Expense = v.InferOutput<typeof expense>;
