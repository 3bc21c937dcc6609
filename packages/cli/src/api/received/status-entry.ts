import { budgetStatusEntry, exactSums } from "@outlay/shared";
import * as v from "valibot";
import { openObject, word } from "./open-object.ts";

/** How the budgets of one category and period stand, whatever their names; sums are exact cents. */
export const receivedStatusEntry = openObject({
  ...budgetStatusEntry.entries,
  ...exactSums,
  category: word(),
  // Servers of earlier versions have no categories below others.
  parent: v.optional(word(), null),
  period: word(),
});
export type BudgetStatusEntry = v.InferOutput<typeof receivedStatusEntry>;
