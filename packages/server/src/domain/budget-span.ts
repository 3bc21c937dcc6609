import { InvalidFields } from "@outlay/shared";
import type { BudgetFields } from "../store/store.ts";

/**
 * Checks that a budget doesn't end before it starts.
 * @throws InvalidFields
 */
export function checkBudgetSpan({ starts, ends }: BudgetFields): void {
  if (starts !== null && ends !== null && ends < starts) {
    throw new InvalidFields({ ends: [`A budget that starts on ${starts} can't end on ${ends}.`] });
  }
}
