/** Turns a body that sets or changes a budget into fields, by the rules between its fields. */
import {
  type BudgetFields,
  type budgetInput,
  InvalidFields,
  notAValidChoice,
  savingsCategory,
} from "@outlay/shared";
import type { InferOutput } from "valibot";
import { checkBudgetSpan } from "../domain/budgets/budget-span.ts";
import type { Filling, ReadBody } from "./record-body.ts";
import { budgetWire } from "./record-wire.ts";

type BudgetBody = InferOutput<typeof budgetInput>;

/**
 * Returns the fields of a new or changed budget.
 * @throws InvalidFields with all faults of the body
 */
export function budgetFieldsOf(
  { values, errors }: ReadBody<BudgetBody>,
  { current, today, isCategory }: Filling<BudgetFields>,
): BudgetFields {
  const { category } = values;
  const isUnknown = category !== undefined && category !== savingsCategory && !isCategory(category);
  const faults = { ...errors, ...(isUnknown && { category: [notAValidChoice(category)] }) };
  if (Object.keys(faults).length > 0) throw new InvalidFields(faults);
  const fields = current
    ? budgetWire.changedFields(current, values)
    : budgetWire.newFields(values as BudgetBody, { today });
  checkBudgetSpan(fields);
  return fields;
}
