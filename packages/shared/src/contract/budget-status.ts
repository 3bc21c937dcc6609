import * as v from "valibot";
import { budgetCategories, budgetPeriods } from "./budget.ts";
import { wireSum } from "./amount-fields.ts";
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
  /** What comes from the periods before; negative where too much was spent. */
  carried: wireSum(),
  spent: wireSum(),
  /** Of `budget` and `carried`; negative where too much is spent. */
  left: wireSum(),
  /** Of `spent` to `budget` and `carried`, cut to four places; null where those come to nothing. */
  ratio: v.nullable(v.number()),
  /** What `spent` is heading for. */
  projected: wireSum(),
});
export type BudgetStatusEntry = v.InferOutput<typeof budgetStatusEntry>;
