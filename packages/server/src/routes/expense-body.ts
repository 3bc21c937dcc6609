/** Turns a body that records or changes an expense into fields, by the rules between its fields. */
import {
  type ExpenseFields,
  type expenseInput,
  type FieldErrors,
  InvalidFields,
  isSpendingKind,
  notAValidChoice,
} from "@outlay/shared";
import type { InferOutput } from "valibot";
import type { Filling, ReadBody } from "./record-body.ts";
import { expenseWire } from "./record-wire.ts";

export type ExpenseBody = InferOutput<typeof expenseInput>;

interface Judged<Value> {
  value?: Value;
  fault?: string;
}

/** An expense or a refund has a category; other records have none. */
function judgeCategory(
  { category }: Partial<ExpenseBody>,
  isNeeded: boolean,
  { current, isWhole, isCategory }: Filling<ExpenseFields>,
): Judged<string | null> {
  if (!isNeeded) {
    if (category) return { fault: "Must be null: income and transfers have no category." };
    return { value: null };
  }
  const isMissing = category === undefined && (isWhole || current?.category === null);
  if (isMissing) return { fault: "This field is required." };
  if (category === null) return { fault: "This field may not be null." };
  if (category !== undefined && !isCategory(category)) return { fault: notAValidChoice(category) };
  return category === undefined ? {} : { value: category };
}

/** A transfer has a direction; other records have none. */
function judgeDirection(
  { direction }: Partial<ExpenseBody>,
  isTransfer: boolean,
  { current }: Filling<ExpenseFields>,
): Judged<"out" | "in" | null> {
  if (!isTransfer) {
    return direction
      ? { fault: "Must be null: only a transfer has a direction." }
      : { value: null };
  }
  if (direction === null) return { fault: "This field may not be null." };
  return { value: direction ?? current?.direction ?? "out" };
}

/**
 * Returns the fields of a new or changed expense.
 * @throws InvalidFields with all faults of the body
 */
export function expenseFieldsOf(
  { values, errors }: ReadBody<ExpenseBody>,
  filling: Filling<ExpenseFields>,
): ExpenseFields {
  const { current, today } = filling;
  const kind = values.kind ?? current?.kind ?? "EXPENSE";
  const settled: Partial<ExpenseBody> = { ...values };
  const faults: FieldErrors = { ...errors };
  // Without a valid kind, nothing tells which rules apply.
  if (!errors["kind"]) {
    const judged = {
      category: judgeCategory(values, isSpendingKind(kind), filling),
      direction: judgeDirection(values, kind === "TRANSFER", filling),
    };
    for (const [name, { value, fault }] of Object.entries(judged)) {
      if (errors[name]) continue;
      if (fault !== undefined) faults[name] = [fault];
      else if (value !== undefined) Object.assign(settled, { [name]: value });
    }
  }
  if (Object.keys(faults).length > 0) throw new InvalidFields(faults);
  return current
    ? expenseWire.changedFields(current, settled)
    : expenseWire.newFields(settled as ExpenseBody, { today });
}
