import * as v from "valibot";
import { amountCents, wireAmount } from "./amount-fields.ts";
import { calendarDate, choice, shortText, tags, wireDay, wireId, wireInstant } from "./fields.ts";

export const expensesPath = "/expenses/";

export const expenseCategories = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"] as const;
export type ExpenseCategory = (typeof expenseCategories)[number];

export const maxDescriptionCharacters = 255;
export const maxExternalIdCharacters = 100;

export const description = () => shortText(maxDescriptionCharacters);

export const externalId = () => shortText(maxExternalIdCharacters);

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
  id: wireId(),
  amount: wireAmount(),
  description: v.string(),
  category: v.picklist(expenseCategories),
  date: wireDay(),
  tags: v.array(v.string()),
  external_id: v.nullable(v.string()),
  created_at: wireInstant(),
  updated_at: wireInstant(),
  /** Only in the trash. */
  deleted_at: v.optional(wireInstant()),
});
export type Expense = v.InferOutput<typeof expense>;
