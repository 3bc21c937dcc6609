import { setImmediate } from "node:timers/promises";
import {
  calendarDayOf,
  expenseInput,
  type FieldErrors,
  type importAddition,
  type importInput,
  InvalidFields,
  parseFields,
  readFields,
} from "@outlay/shared";
import { Refusal } from "../refusal.ts";
import type { ExpenseFields } from "../store/store.ts";
import { newExpense } from "./expense-wire.ts";

/** As many as are judged in a few milliseconds; before the next ones others get their turn. */
const rowsPerSlice = 200;

interface ReadRows {
  /** Those that are right. */
  expenses: ExpenseFields[];
  /** What is wrong with each of all. */
  errors: FieldErrors[];
}

async function readRows(rows: readonly unknown[], now: Date): Promise<ReadRows> {
  const today = calendarDayOf(now);
  const read: ReadRows = { expenses: [], errors: [] };
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerSlice === rowsPerSlice - 1) await setImmediate();
    try {
      read.expenses.push(newExpense(parseFields(expenseInput, row), today));
      read.errors.push({});
    } catch (error) {
      if (!(error instanceof InvalidFields)) throw error;
      read.errors.push(error.fields);
    }
  }
  return read;
}

/**
 * The body of a call that brings expenses: its own fields, and those of each expense.
 * @throws Refusal invalid, with every field that is wrong of the call and of each expense
 */
export async function readImported<Schema extends typeof importInput | typeof importAddition>(
  schema: Schema,
  body: unknown,
  now: Date,
): Promise<{ input: ReturnType<typeof parseFields<Schema>>; expenses: ExpenseFields[] }> {
  const { values, errors } = readFields(schema, body);
  const rows = values.expenses ?? [];
  const read = await readRows(rows, now);
  const isEachRight = read.expenses.length === rows.length;
  const faults = { ...errors, ...(!isEachRight && { expenses: read.errors }) };
  if (Object.keys(faults).length > 0) throw new Refusal("invalid", faults);
  return { input: values as ReturnType<typeof parseFields<Schema>>, expenses: read.expenses };
}
