import * as v from "valibot";
import { budgetPeriods } from "./budget.ts";
import { wireSum } from "./amount-fields.ts";
import { jsonNumber, numbersToTexts, textsToNumbers, writtenCents } from "./exact-sums.ts";
import { wireCategory, wireDay } from "./fields.ts";
import { type ExactUnconverted, readUnconverted, unconvertedSum } from "./unconverted.ts";

export const budgetStatusPath = "/budget/status/";

/** An entry of `GET /budget/status/`: the status of the budgets of one category and period. */
export const budgetStatusEntry = v.object({
  category: wireCategory(),
  /** The category that it belongs to, whose budget counts this one's spending too. */
  parent: v.nullable(wireCategory()),
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
  /** For `SAVINGS`, the income of the period less what was spent in it; null while no income is recorded in it. */
  put_aside: v.nullable(wireSum()),
  /** The amounts that are left out because their currency has no rate. */
  unconverted: v.array(unconvertedSum),
});
export type BudgetStatusEntry = v.InferOutput<typeof budgetStatusEntry>;

const sums = ["budget", "carried", "spent", "left", "projected"] as const;
type Sum = (typeof sums)[number];

const allSums = [...sums, "put_aside", "total"] as const;

/** A budget's status for calculations, with sums as exact cents. */
export type ExactBudgetStatus = Omit<BudgetStatusEntry, Sum | "put_aside" | "unconverted"> &
  Record<Sum, bigint> & { put_aside: bigint | null; unconverted: readonly ExactUnconverted[] };

const digitsOf = (_: string, value: unknown) =>
  typeof value === "bigint" ? jsonNumber(value) : value;

/** Writes entries as the API's JSON, with all digits of their sums. Other properties are written as they are. */
export const writeBudgetStatus = (
  entries: readonly (Record<Sum, bigint> & Record<string, unknown>)[],
): string => textsToNumbers(JSON.stringify(entries, digitsOf), allSums);

/** Turns the sums in the API's JSON into texts, which `exactSums` reads. */
export const budgetStatusDigits = (json: string): string => numbersToTexts(json, allSums);

export const exactSums = {
  budget: writtenCents(),
  carried: writtenCents(),
  spent: writtenCents(),
  left: writtenCents(),
  projected: writtenCents(),
  // Servers of earlier versions know neither income nor currencies.
  put_aside: v.optional(v.nullable(writtenCents()), null),
  unconverted: v.optional(v.array(readUnconverted()), []),
} satisfies Record<Sum, unknown> & Record<string, unknown>;
