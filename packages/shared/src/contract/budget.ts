import * as v from "valibot";
import { added, optional, required } from "../record/field.ts";
import {
  amountType,
  categoryType,
  nullableDayType,
  nullableTextType,
  textType,
  wordType,
} from "../record/field-types.ts";
import { answerSchema, inputSchema } from "../record/record-schemas.ts";
import type { StoredFields } from "../record/stored-record.ts";
import { expenseCategories, maxDescriptionCharacters, maxExternalIdCharacters } from "./expense.ts";

export const budgetsPath = "/budget/";

/** The category of budgets that are goals; no expense has it. */
export const savingsCategory = "SAVINGS";

export const budgetCategories = [...expenseCategories, savingsCategory] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

export const budgetPeriods = ["WEEKLY", "MONTHLY", "YEARLY"] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** The part of a period's remainder that the next period gets: none, only a surplus, or overspending too. */
export const rollovers = ["none", "surplus", "both"] as const;
export type Rollover = (typeof rollovers)[number];

/** The fields of a budget. Everything else that lists them is derived from this table; docs/ADDING.md says how to add one. */
export const budgetFields = {
  amount: required(amountType(), {
    stored: "amountCents",
    title: "Amount",
    words:
      "The amount that may be spent in each period: at least 0.01, with at most two decimal places and 12 digits.",
    example: 400,
  }),
  description: required(textType(maxDescriptionCharacters), {
    stored: "description",
    title: "Description",
    words:
      "The purpose of the budget. Leading and trailing white space is removed; null characters are rejected.",
    example: "Groceries",
  }),
  category: required(categoryType(), {
    stored: "category",
    title: "Category",
    words:
      "The key of the category that the budget applies to, built-in or your own. For `SAVINGS`, the amount is a goal, not a limit.",
    example: "FOOD",
  }),
  period: optional(wordType(budgetPeriods), {
    stored: "period",
    title: "Period",
    words: "The length of a period, after which the budget starts again. Weeks start on Monday.",
    newWords: "For a new budget, it defaults to `MONTHLY`.",
    otherwise: () => "MONTHLY" as const,
    example: "MONTHLY",
  }),
  starts: optional(nullableDayType(), {
    stored: "starts",
    title: "Starts",
    words: "The first day on which the budget applies, or null if it has always applied.",
    otherwise: () => null,
    example: null,
  }),
  ends: optional(nullableDayType(), {
    stored: "ends",
    title: "Ends",
    words: "The last day on which the budget applies, or null if it has no end.",
    otherwise: () => null,
    example: null,
  }),
  rollover: optional(wordType(rollovers), {
    stored: "rollover",
    title: "Rollover",
    words:
      "The remainder that is carried into the next period: nothing (`none`), only a surplus (`surplus`), or overspending too (`both`).",
    newWords: "For a new budget, it defaults to `none`.",
    otherwise: () => "none" as const,
    example: "none",
  }),
  external_id: added(nullableTextType(maxExternalIdCharacters), {
    stored: "externalId",
    title: "External id",
    words:
      "An identifier of your choice, unique among your budgets. With it, a request can be repeated without setting the budget twice.",
    otherwise: () => null,
    example: null,
  }),
};
/** The fields of a budget that a user sets, as they are stored. */
export type BudgetFields = StoredFields<typeof budgetFields>;

/** The body of `POST` and `PUT /budget/`, in which three fields are required. */
export const budgetInput = inputSchema(budgetFields);

/** The body of `PATCH /budget/<id>/`, which names only the fields to change. */
export const budgetChanges = v.partial(budgetInput);

/** A budget as the API returns it. */
export const budget = answerSchema(budgetFields);
export type Budget = v.InferOutput<typeof budget>;
