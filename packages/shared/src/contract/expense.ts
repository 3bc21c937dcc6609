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

export const description = () => shortText(maxDescriptionCharacters);

export const externalId = () => shortText(maxExternalIdCharacters);

/** An expense's fields. All else that knows them is derived from here; docs/ADDING.md says how one is added. */
export const expenseFields = {
  amount: required(amountType(), {
    stored: "amountCents",
    title: "Amount",
    words: "What was paid: at least 0.01, with at most two decimals and 12 digits.",
    example: 12.5,
  }),
  description: required(textType(maxDescriptionCharacters), {
    stored: "description",
    title: "Description",
    words: "What it was for. White space around it is removed; control code 0 is refused.",
    example: "Lunch",
  }),
  category: required(wordType(expenseCategories), {
    stored: "category",
    title: "Category",
    words: "One of the four.",
    example: "FOOD",
  }),
  date: optional(dayType(), {
    stored: "spentOn",
    title: "Date",
    words: "The day on which it was paid.",
    newWords: "If left out, today in the server's zone.",
    otherwise: ({ today }) => today,
    example: "2026-11-22",
  }),
  tags: optional(tagsType(), {
    stored: "tags",
    title: "Tags",
    words: "Labels of your choice: letters, digits, `-` and `_`.",
    newWords: "One that is repeated counts once.",
    otherwise: () => [],
    example: ["work"],
  }),
  external_id: optional(nullableTextType(maxExternalIdCharacters), {
    stored: "externalId",
    title: "External id",
    words:
      "A name of your choice that no other expense of yours has. Who sends it can repeat the request without recording anything twice.",
    otherwise: () => null,
    example: null,
  }),
};
/** The fields of an expense that a user sets, as they are stored. */
export type ExpenseFields = StoredFields<typeof expenseFields>;

/** The body of `POST` and `PUT /expenses/`: three fields are enough. */
export const expenseInput = inputSchema(expenseFields);

/** The body of `PATCH /expenses/<id>/`: whatever is to change. */
export const expenseChanges = v.partial(expenseInput);

/** An expense as the API gives it. */
export const expense = answerSchema(expenseFields);
export type Expense = v.InferOutput<typeof expense>;
