import * as v from "valibot";
import { budgetCategories, budgetPeriods } from "./budget.ts";
import { wireSum } from "./amount-fields.ts";
import { jsonNumber, numbersToTexts, textsToNumbers, writtenCents } from "./exact-sums.ts";
import { wireDay } from "./fields.ts";

export const budgetStatusPath = "/budget/status/";

/** How the budgets of one category and period stand: an entry of `GET /budget/status/`. */
export const budgetStatusEntry = v.object({
  category: v.picklist(budgetCategories),
  period: v.picklist(budgetPeriods),
  /** The period's first day and its last. */
  from: wireDay(),
  to: wireDay(),
  /** The sum of the budgets. */
  budget: wireSum(),
  /** The amount carried from earlier periods; negative after overspending. */
  carried: wireSum(),
  spent: wireSum(),
  /** The rest of `budget` and `carried`; negative when overspent. */
  left: wireSum(),
  /** The ratio of `spent` to `budget` and `carried`, cut to four places; null if their sum is zero. */
  ratio: v.nullable(v.number()),
  /** The projection of `spent`. */
  projected: wireSum(),
});
export type BudgetStatusEntry = v.InferOutput<typeof budgetStatusEntry>;

const sums = ["budget", "carried", "spent", "left", "projected"] as const;
type Sum = (typeof sums)[number];

/** A budget's status for calculations: its sums are exact cents. */
export type ExactBudgetStatus = Omit<BudgetStatusEntry, Sum> & Record<Sum, bigint>;

const digitsOf = (_: string, value: unknown) =>
  typeof value === "bigint" ? jsonNumber(value) : value;

/** Entries as the API's JSON, where all digits of sums stand; whatever else is in them is written, too. */
export const writeBudgetStatus = (
  entries: readonly (Record<Sum, bigint> & Record<string, unknown>)[],
): string => textsToNumbers(JSON.stringify(entries, digitsOf), sums);

/** The API's JSON with texts for sums, as `exactSums` reads them. */
export const budgetStatusDigits = (json: string): string => numbersToTexts(json, sums);

export const exactSums = {
  budget: writtenCents(),
  carried: writtenCents(),
  spent: writtenCents(),
  left: writtenCents(),
  projected: writtenCents(),
} satisfies Record<Sum, unknown>;
