import { budgetStatusEntry, exactSums } from "@outlay/shared";
import type * as v from "valibot";
import { openObject, word } from "./open-object.ts";

/** How budgets of one category and period stand, whatever these are called; sums are exact cents. */
export const receivedStatusEntry = openObject({
  ...budgetStatusEntry.entries,
  ...exactSums,
  category: word(),
  period: word(),
});
export type BudgetStatusEntry = v.InferOutput<typeof receivedStatusEntry>;
