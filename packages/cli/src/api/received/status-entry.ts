import { budgetStatusEntry } from "@outlay/shared";
import type * as v from "valibot";
import { openObject, word } from "./open-object.ts";

/** How budgets of one category and period stand, whatever these are called. */
export const receivedStatusEntry = openObject({
  ...budgetStatusEntry.entries,
  category: word(),
  period: word(),
});
export type BudgetStatusEntry = v.InferOutput<typeof receivedStatusEntry>;
