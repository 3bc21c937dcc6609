import * as v from "valibot";
import { optional, required } from "../record/field.ts";
import { amountType, nullableDayType, textType, wordType } from "../record/field-types.ts";
import { answerSchema, inputSchema } from "../record/record-schemas.ts";
import type { StoredFields } from "../record/stored-record.ts";
import { expenseCategories, maxDescriptionCharacters } from "./expense.ts";

export const budgetsPath = "/budget/";

export const budgetCategories = [...expenseCategories, "SAVINGS"] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

export const budgetPeriods = ["WEEKLY", "MONTHLY", "YEARLY"] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** The part of a period's difference that is carried into the next: none, the rest, or also the overspending. */
export const rollovers = ["none", "surplus", "both"] as const;
export type Rollover = (typeof rollovers)[number];

/** A budget's fields. All else that knows them is derived from here; docs/ADDING.md says how one is added. */
export const budgetFields = {
  amount: required(amountType(), {
    stored: "amountCents",
    title: "Amount",
    words: "What may be spent in a period: at least 0.01, with at most two decimals and 12 digits.",
    example: 400,
  }),
  description: required(textType(maxDescriptionCharacters), {
    stored: "description",
    title: "Description",
    words: "What it is for. White space around it is removed; control code 0 is refused.",
    example: "Groceries",
  }),
  category: required(wordType(budgetCategories), {
    stored: "category",
    title: "Category",
    words: "What it is about. What is budgeted for `SAVINGS` is a goal and not a limit.",
    example: "FOOD",
  }),
  period: optional(wordType(budgetPeriods), {
    stored: "period",
    title: "Period",
    words: "How long it lasts until it begins again. Weeks begin on Monday.",
    newWords: "`MONTHLY` if left out.",
    otherwise: () => "MONTHLY" as const,
    example: "MONTHLY",
  }),
  starts: optional(nullableDayType(), {
    stored: "starts",
    title: "Starts",
    words: "The first day on which it applies; null for ever since.",
    otherwise: () => null,
    example: null,
  }),
  ends: optional(nullableDayType(), {
    stored: "ends",
    title: "Ends",
    words: "The last day on which it applies; null for ever on.",
    otherwise: () => null,
    example: null,
  }),
  rollover: optional(wordType(rollovers), {
    stored: "rollover",
    title: "Rollover",
    words:
      "What is carried into the next period: nothing, what was left (`surplus`), or also what was spent too much (`both`).",
    newWords: "`none` if left out.",
    otherwise: () => "none" as const,
    example: "none",
  }),
};
/** The fields of a budget that a user sets, as they are stored. */
export type BudgetFields = StoredFields<typeof budgetFields>;

/** The body of `POST` and `PUT /budget/`: three fields are enough. */
export const budgetInput = inputSchema(budgetFields);

/** The body of `PATCH /budget/<id>/`: whatever is to change. */
export const budgetChanges = v.partial(budgetInput);

/** A budget as the API gives it. */
export const budget = answerSchema(budgetFields);
export type Budget = v.InferOutput<typeof budget>;
