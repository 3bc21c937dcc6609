/** Turns a body that records or changes an expense into fields, by the rules between its fields. */
import {
  type ExpenseFields,
  type expenseInput,
  InvalidFields,
  isSpendingKind,
  notAValidChoice,
} from "@outlay/shared";
import type { InferOutput } from "valibot";
import type { Filling, ReadBody } from "./record-body.ts";
import { expenseWire } from "./record-wire.ts";

export type ExpenseBody = InferOutput<typeof expenseInput>;

/** A value that a field gets instead of the one in the body, or the fault of the one in the body. */
type Judgement = { value: string | null } | { fault: string };

/** An expense or a refund has a category; other records have none. Returns undefined if it stays as given. */
function judgeCategory(
  { category }: Partial<ExpenseBody>,
  isNeeded: boolean,
  { current, isWhole, isCategory }: Filling<ExpenseFields>,
): Judgement | undefined {
  if (!isNeeded) {
    if (category) return { fault: "Must be null: income and transfers have no category." };
    return { value: null };
  }
  const isMissing = category === undefined && (isWhole || current?.category === null);
  if (isMissing) return { fault: "This field is required." };
  if (category === null) return { fault: "This field may not be null." };
  if (category !== undefined && !isCategory(category)) return { fault: notAValidChoice(category) };
  return undefined;
}

/** A transfer has a direction; other records have none. Returns undefined if it stays as given. */
function judgeDirection(
  { direction }: Partial<ExpenseBody>,
  isTransfer: boolean,
  { current }: Filling<ExpenseFields>,
): Judgement | undefined {
  if (!isTransfer) {
    if (direction) return { fault: "Must be null: only a transfer has a direction." };
    return current?.direction == null ? undefined : { value: null };
  }
  if (direction === null) return { fault: "This field may not be null." };
  return { value: direction ?? current?.direction ?? "out" };
}

/** A field that can't be read has its fault already. */
function settled(
  { values, errors }: ReadBody<ExpenseBody>,
  name: "category" | "direction",
  judgement: Judgement | undefined,
): ReadBody<ExpenseBody> {
  if (judgement === undefined || errors[name]) return { values, errors };
  return "fault" in judgement
    ? { values, errors: { ...errors, [name]: [judgement.fault] } }
    : { values: { ...values, [name]: judgement.value }, errors };
}

/**
 * Returns the fields of a new or changed expense. It runs for each row of an import.
 * @throws InvalidFields with all faults of the body
 */
export function expenseFieldsOf(
  read: ReadBody<ExpenseBody>,
  filling: Filling<ExpenseFields>,
): ExpenseFields {
  const { current, today } = filling;
  const kind = read.values.kind ?? current?.kind ?? "EXPENSE";
  const isSpending = isSpendingKind(kind);
  let body = read;
  // Without a valid kind, nothing tells which rules apply.
  if (!read.errors["kind"]) {
    body = settled(body, "category", judgeCategory(read.values, isSpending, filling));
    body = settled(body, "direction", judgeDirection(read.values, kind === "TRANSFER", filling));
  }
  if (Object.keys(body.errors).length > 0) throw new InvalidFields(body.errors);
  return current
    ? expenseWire.changedFields(current, body.values)
    : expenseWire.newFields(body.values as ExpenseBody, { today });
}
