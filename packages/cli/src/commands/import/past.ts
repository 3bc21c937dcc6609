/** What the server has of the user's expenses, as far as an import needs to know it. */
import { type Expense, isRemoved } from "../../api/received/records.ts";
import type { Connection } from "../../connection.ts";
import { History } from "@outlay/import";
import { CliError } from "../../errors/cli-error.ts";

export interface Stored {
  /** The external ids of all expenses, in the trash or not. */
  ids: ReadonlySet<string>;
  /** What those were called that aren't in the trash. */
  history: History;
  /** False where nothing of it may be known: the API key may only import. */
  isKnown: boolean;
}

/** Goes through expenses page by page, those in the trash behind the others. */
async function eachExpense(
  { expenses }: Connection,
  parameters: Record<string, string>,
  visit: (expense: Expense) => void,
): Promise<void> {
  for (const deleted of ["false", "true"]) {
    const wanted = new URLSearchParams({ ...parameters, deleted, order: "id" });
    for await (const { records } of expenses.pages(wanted, Infinity)) records.forEach(visit);
  }
}

const isOutOfScope = (error: unknown): error is CliError =>
  error instanceof CliError && error.code === "out_of_scope";

const unknownPast = (): Stored => ({ ids: new Set(), history: new History(), isKnown: false });

/** @param isHistory whether what is stored tells anything of the expenses to come */
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

/** What is stored, as far as it may be known. */
export async function readStored(connection: Connection): Promise<Stored> {
  try {
    return await readAll(connection, () => false);
  } catch (error) {
    if (isOutOfScope(error)) return unknownPast();
    throw error;
  }
}

/** What is stored, with the external ids of what came of the imports that the rows were rejected from. */
type Past = Stored & { imported: readonly (string | null)[] };

/**
 * What an import goes without where the key may only import. Not so the rest of another import: its rows
 * could be taken for those that are there already, and dropped.
 */
function withoutPast(error: CliError, origins: ReadonlySet<string>): Past {
  if (origins.size === 0) return { ...unknownPast(), imported: [] };
  throw new CliError(
    "out_of_scope",
    "These rows were rejected from an earlier import. Which of them are new is not to be told " +
      "without reading that, and this API key may only import.",
    {
      hint: "Import them with your login, or with a key made by: outlay key create NAME --scope full",
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
 * What earlier imports say for the batch of a key. Where it was cut off, what it has stored by then is no
 * history to what is left of it.
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
