import {
  type CalendarDate,
  calendarDayOf,
  type FieldErrors,
  type importAddition,
  importedExpense,
  type importInput,
  InvalidFields,
  parseFields,
  readFields,
} from "@outlay/shared";
import { Pace } from "../yielding/pace.ts";
import { Refusal } from "../domain/refusal.ts";
import type { ImportedFields } from "../domain/import-batch.ts";
import { expenseWire } from "./record-wire.ts";

/**
 * The number of rows that are validated before other requests get their turn. Unless the rows are large, it takes a few
 * milliseconds.
 */
const rowsPerSlice = 200;

type ImportedExpense = ReturnType<typeof parseFields<typeof importedExpense>>;

function newImported(input: ImportedExpense, today: CalendarDate): ImportedFields {
  const fields = expenseWire.newFields(input, { today });
  return input.known_as ? { ...fields, knownAs: input.known_as } : fields;
}

interface ReadRows {
  /** The valid expenses. */
  expenses: ImportedFields[];
  /** The faults of each expense, valid or not. */
  errors: FieldErrors[];
}

async function readRows(rows: readonly unknown[], now: Date): Promise<ReadRows> {
  const today = calendarDayOf(now);
  const read: ReadRows = { expenses: [], errors: [] };
  const pace = new Pace();
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerSlice === rowsPerSlice - 1 || pace.isPauseDue) await pace.pause();
    try {
      read.expenses.push(newImported(parseFields(importedExpense, row), today));
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
