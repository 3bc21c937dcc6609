import * as v from "valibot";
import { amountCents, wireAmount } from "./amount-fields.ts";
import { description, expenseCategories } from "./expense.ts";
import { calendarDate, choice, wireDay, wireId, wireInstant } from "./fields.ts";

export const budgetsPath = "/budget/";

export const budgetCategories = [...expenseCategories, "SAVINGS"] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

export const budgetPeriods = ["WEEKLY", "MONTHLY", "YEARLY"] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** What of the last period's difference is carried into the next: nothing, what was left, or also what was overspent. */
export const rollovers = ["none", "surplus", "both"] as const;
export type Rollover = (typeof rollovers)[number];

/** The body of `POST` and `PUT /budget/`: three fields are enough. */
export const budgetInput = v.object({
  amount: amountCents(),
  description: description(),
  category: choice(budgetCategories),
  period: v.optional(choice(budgetPeriods)),
  starts: v.optional(v.nullable(calendarDate())),
  ends: v.optional(v.nullable(calendarDate())),
  rollover: v.optional(choice(rollovers)),
});

/** The body of `PATCH /budget/<id>/`: whatever is to change. */
export const budgetChanges = v.partial(budgetInput);

/** A budget as the API gives it. */
export const budget = v.object({
  id: wireId(),
  amount: wireAmount(),
  description: v.string(),
  category: v.picklist(budgetCategories),
  period: v.picklist(budgetPeriods),
  starts: v.nullable(wireDay()),
  ends: v.nullable(wireDay()),
  rollover: v.picklist(rollovers),
  created_at: wireInstant(),
  updated_at: wireInstant(),
  /** Only in the trash. */
  deleted_at: v.optional(wireInstant()),
});
export type Budget = v.InferOutput<typeof budget>;
