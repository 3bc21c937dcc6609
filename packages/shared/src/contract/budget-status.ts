import * as v from "valibot";
import { budgetCategories, budgetPeriods } from "./budget.ts";
import { wireSum } from "./amount-fields.ts";
import { jsonNumber, numbersToTexts, textsToNumbers, writtenCents } from "./exact-sums.ts";
import { wireDay } from "./fields.ts";

export const budgetStatusPath = "/budget/status/";

/** An entry of `GET /budget/status/`: the status of the budgets of one category and period. */
export const budgetStatusEntry = v.object({
  category: v.picklist(budgetCategories),
  period: v.picklist(budgetPeriods),
  /** The first and the last day of the period. */
  from: wireDay(),
  to: wireDay(),
  /** The sum of the budgets. */
  budget: wireSum(),
  /** The amount carried from earlier periods; negative after overspending. */
  carried: wireSum(),
  spent: wireSum(),
  /** `budget` plus `carried` minus `spent`; negative after overspending. */
  left: wireSum(),
  /** `spent` divided by `budget` plus `carried`, cut to four decimal places; null if that sum is zero or less. */
  ratio: v.nullable(v.number()),
  /** The projected value of `spent` at the end of the period. */
  projected: wireSum(),
});
export type BudgetStatusEntry = v.InferOutput<typeof budgetStatusEntry>;

const sums = ["budget", "carried", "spent", "left", "projected"] as const;
type Sum = (typeof sums)[number];

/** A budget's status for calculations, with sums as exact cents. */
export type ExactBudgetStatus = Omit<BudgetStatusEntry, Sum> & Record<Sum, bigint>;

const digitsOf = (_: string, value: unknown) =>
  typeof value === "bigint" ? jsonNumber(value) : value;

/** Writes entries as the API's JSON, with all digits of their sums. Other properties are written as they are. */
export const writeBudgetStatus = (
  entries: readonly (Record<Sum, bigint> & Record<string, unknown>)[],
): string => textsToNumbers(JSON.stringify(entries, digitsOf), sums);

/** Turns the sums in the API's JSON into texts, which `exactSums` reads. */
export const budgetStatusDigits = (json: string): string => numbersToTexts(json, sums);

export const exactSums = {
  budget: writtenCents(),
  carried: writtenCents(),
  spent: writtenCents(),
  left: writtenCents(),
  projected: writtenCents(),
} satisfies Record<Sum, unknown>;
