/** The part of the user's stored expenses that an import needs to know. */
import { type Expense, isRemoved } from "../../api/received/records.ts";
import type { Connection } from "../../connection.ts";
import { History } from "@outlay/import";
import { CliError } from "../../errors/cli-error.ts";

export interface Stored {
  /** The external ids of all expenses, including those in the trash. */
  ids: ReadonlySet<string>;
  /** The categories of expenses that aren't in the trash. */
  history: History;
  /** False if stored expenses can't be read, because the API key may only import. */
  isKnown: boolean;
}

/** Reads records of all kinds page by page, those in the trash last. */
async function eachExpense(
  { expenses }: Connection,
  parameters: Record<string, string>,
  visit: (expense: Expense) => void,
): Promise<void> {
  for (const deleted of ["false", "true"]) {
    const wanted = new URLSearchParams({ ...parameters, deleted, kind: "any", order: "id" });
    for await (const { records } of expenses.pages(wanted, Infinity)) records.forEach(visit);
  }
}

const isOutOfScope = (error: unknown): error is CliError =>
  error instanceof CliError && error.code === "out_of_scope";

const unknownPast = (): Stored => ({ ids: new Set(), history: new History(), isKnown: false });

/** @param isHistory whether the stored expenses say anything about future ones */
async function readAll(
  connection: Connection,
  isHistory: (expense: Expense) => boolean,
): Promise<Stored> {
  const ids = new Set<string>();
  const history = new History();
  await eachExpense(connection, {}, (expense) => {
    if (expense.external_id !== null) ids.add(expense.external_id);
    if (!isRemoved(expense) && isHistory(expense)) history.add(expense);
  });
  return { ids, history, isKnown: true };
}

/** Reads the stored expenses, as far as the key permits. */
export async function readStored(connection: Connection): Promise<Stored> {
  try {
    return await readAll(connection, () => false);
  } catch (error) {
    if (isOutOfScope(error)) return unknownPast();
    throw error;
  }
}

/** The stored expenses, with the external ids of those from the imports that the rows were rejected from. */
type Past = Stored & { imported: readonly (string | null)[] };

/**
 * Goes on without the stored expenses if the key may only import, which is enough for most imports. Corrected
 * rows of another import are refused, because they could be mistaken for stored ones, and dropped.
 */
function withoutPast(error: CliError, origins: ReadonlySet<string>): Past {
  if (origins.size === 0) return { ...unknownPast(), imported: [] };
  throw new CliError(
    "out_of_scope",
    "These rows were rejected from an earlier import. Telling which of them are new " +
      "requires reading that import, and this API key may only import.",
    {
      hint: "Import them with your login, or with a key created by: outlay key create NAME --scope full",
      cause: error,
    },
  );
}

async function readPastOf(
  connection: Connection,
  key: string,
  origins: ReadonlySet<string>,
): Promise<Past> {
  const batches = await connection.imports.list();
  const eachOf = async (keys: ReadonlySet<string>, visit: (expense: Expense) => void) => {
    for (const { id, external_id } of batches) {
      if (external_id === null || !keys.has(external_id)) continue;
      await eachExpense(connection, { import: String(id) }, visit);
    }
  };
  const own = new Set<number>();
  const imported: (string | null)[] = [];
  await eachOf(new Set([key]), ({ id }) => own.add(id));
  await eachOf(origins, ({ external_id }) => imported.push(external_id));
  const stored = await readAll(connection, ({ id }) => !own.has(id));
  return { ...stored, imported };
}

/**
 * Finds what earlier imports say about a key's batch. If the batch was interrupted, the part already stored
 * doesn't count as history for the rest.
 * @param origins the keys of the imports that its rows were rejected from
 */
export async function readPast(
  connection: Connection,
  key: string,
  origins: ReadonlySet<string>,
): Promise<Past> {
  try {
    return await readPastOf(connection, key, origins);
  } catch (error) {
    if (isOutOfScope(error)) return withoutPast(error, origins);
    throw error;
  }
}
