import { type BudgetFields, InvalidFields } from "@outlay/shared";

/**
 * Checks that a budget doesn't end before it starts.
 * @throws InvalidFields
 */
export function checkBudgetSpan({ starts, ends }: BudgetFields): void {
  if (starts !== null && ends !== null && ends < starts) {
    throw new InvalidFields({ ends: [`A budget that starts on ${starts} can't end on ${ends}.`] });
  }
}
