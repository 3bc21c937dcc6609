/** What the server has of the user's expenses, as far as an import needs to know it. */
import type { Expense } from "@outlay/shared";
import type { Connection } from "../../cli.ts";
import { History } from "../../history/history.ts";
import { countKeys } from "../../import/plan/identify.ts";

export interface Stored {
  /** The external ids of all expenses, in the trash or not. */
  ids: ReadonlySet<string>;
  /** What those were called that aren't in the trash. */
  history: History;
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

/** @param isHistory whether what is stored tells anything of the expenses to come */
export async function readStored(
  connection: Connection,
  isHistory: (expense: Expense) => boolean = () => false,
): Promise<Stored> {
  const ids = new Set<string>();
  const history = new History();
  await eachExpense(connection, {}, (expense) => {
    if (expense.external_id !== null) ids.add(expense.external_id);
    if (expense.deleted_at === undefined && isHistory(expense)) history.add(expense);
  });
  return { ids, history };
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
): Promise<Stored & { met: ReadonlyMap<string, number> }> {
  const batches = await connection.imports.list();
  const eachOf = async (keys: ReadonlySet<string>, visit: (expense: Expense) => void) => {
    for (const { id, external_id } of batches) {
      if (external_id === null || !keys.has(external_id)) continue;
      await eachExpense(connection, { import: String(id) }, visit);
    }
  };
  const own = new Set<number>();
  const met: (string | null)[] = [];
  await eachOf(new Set([key]), ({ id }) => own.add(id));
  await eachOf(origins, ({ external_id }) => met.push(external_id));
  const stored = await readStored(connection, ({ id }) => !own.has(id));
  return { ...stored, met: countKeys(met) };
}
