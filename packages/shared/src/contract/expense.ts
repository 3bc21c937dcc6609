import * as v from "valibot";
import {
  amountCents,
  wireAmount,
  atMostCharacters,
  calendarDate,
  choice,
  tags,
  text,
  withoutLoneSurrogates,
  withoutNullCharacters,
} from "./fields.ts";

export const expensesPath = "/expenses/";

export const expenseCategories = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"] as const;
export type ExpenseCategory = (typeof expenseCategories)[number];

export const maxDescriptionCharacters = 255;
export const maxExternalIdCharacters = 100;

export const description = () =>
  v.pipe(
    text(),
    atMostCharacters(maxDescriptionCharacters),
    withoutNullCharacters(),
    withoutLoneSurrogates(),
  );

export const externalId = () =>
  v.pipe(
    text(),
    atMostCharacters(maxExternalIdCharacters),
    withoutNullCharacters(),
    withoutLoneSurrogates(),
  );

/** The body of `POST` and `PUT /expenses/`: three fields are enough. */
export const expenseInput = v.object({
  amount: amountCents(),
  description: description(),
  category: choice(expenseCategories),
  date: v.optional(calendarDate()),
  tags: v.optional(tags()),
  external_id: v.optional(v.nullable(externalId())),
});

/** The body of `PATCH /expenses/<id>/`: whatever is to change. */
export const expenseChanges = v.partial(expenseInput);

/** An expense as the API gives it. */
export const expense = v.object({
  id: v.number(),
  amount: wireAmount(),
  description: v.string(),
  category: v.picklist(expenseCategories),
  date: v.string(),
  tags: v.array(v.string()),
  external_id: v.nullable(v.string()),
  created_at: v.string(),
  updated_at: v.string(),
  /** Only in the trash. */
  deleted_at: v.optional(v.string()),
});
export type Expense = v.InferOutput<typeof expense>;
