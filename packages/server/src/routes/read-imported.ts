import {
  calendarDayOf,
  type ExpenseFields,
  type FieldErrors,
  type importAddition,
  importedExpense,
  type importInput,
  InvalidFields,
  type parseFields,
  readFields,
} from "@outlay/shared";
import { Pace } from "../yielding/pace.ts";
import { Refusal } from "../domain/refusal.ts";
import type { ImportedFields } from "../domain/import-batch.ts";
import { expenseFieldsOf } from "./expense-body.ts";
import type { Filling } from "./record-body.ts";

/**
 * The number of rows that are validated before other requests get their turn. Unless the rows are large, it takes a few
 * milliseconds.
 */
const rowsPerSlice = 200;

function newImported(row: unknown, filling: Filling<ExpenseFields>): ImportedFields {
  const read = readFields(importedExpense, row);
  const fields = expenseFieldsOf(read, filling);
  const { known_as: knownAs } = read.values;
  return knownAs ? { ...fields, knownAs } : fields;
}

interface ReadRows {
  /** The valid expenses. */
  expenses: ImportedFields[];
  /** The faults of each expense, valid or not. */
  errors: FieldErrors[];
}

/** The store decides which categories there are, and files the others as miscellaneous. */
const isAnyCategory = () => true;

async function readRows(rows: readonly unknown[], now: Date): Promise<ReadRows> {
  const filling = { isWhole: true, today: calendarDayOf(now), isCategory: isAnyCategory };
  const read: ReadRows = { expenses: [], errors: [] };
  const pace = new Pace();
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerSlice === rowsPerSlice - 1 || pace.isPauseDue) await pace.pause();
    try {
      read.expenses.push(newImported(row, filling));
      read.errors.push({});
    } catch (error) {
      if (!(error instanceof InvalidFields)) throw error;
      read.errors.push(error.fields);
    }
  }
  return read;
}

/**
 * Reads the body of a call that imports expenses: its own fields, and those of each expense.
 * @throws Refusal invalid, with every wrong field of the call and of each expense
 */
export async function readImported<Schema extends typeof importInput | typeof importAddition>(
  schema: Schema,
  body: unknown,
  now: Date,
): Promise<{ input: ReturnType<typeof parseFields<Schema>>; expenses: ImportedFields[] }> {
  const { values, errors } = readFields(schema, body);
  const rows = values.expenses ?? [];
  const read = await readRows(rows, now);
  const isEachRight = read.expenses.length === rows.length;
  const faults = { ...errors, ...(!isEachRight && { expenses: read.errors }) };
  if (Object.keys(faults).length > 0) throw new Refusal("invalid", faults);
  return { input: values as ReturnType<typeof parseFields<Schema>>, expenses: read.expenses };
}
