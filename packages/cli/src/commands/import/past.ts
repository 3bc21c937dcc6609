/** What the server has of the user's expenses, as far as an import needs to know it. */
import type { Expense } from "@outlay/shared";
import type { Connection } from "../../cli.ts";
import { History } from "../../import/plan/categorise.ts";
import { countKeys } from "../../import/plan/identify.ts";

export interface Stored {
  /** The external ids of all expenses, in the trash or not. */
  ids: ReadonlySet<string>;
  /** What those were called that aren't in the trash. */
  history: History;
}

/**
 * Goes through all that the user has, page by page.
 * @param isHistory whether what is stored tells anything of the expenses to come
 */
export async function readStored(
  { expenses }: Connection,
  isHistory: (expense: Expense) => boolean = () => false,
): Promise<Stored> {
  const ids = new Set<string>();
  const history = new History();
  const read = async (parameters: string, visit: (expense: Expense) => void) => {
    for await (const { records } of expenses.pages(new URLSearchParams(parameters), Infinity)) {
      for (const expense of records) {
        if (expense.external_id !== null) ids.add(expense.external_id);
        visit(expense);
      }
    }
  };
  await read("order=id", (expense) => {
    if (isHistory(expense)) history.add(expense);
  });
  await read("order=id&deleted=true", () => undefined);
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
  const { imports } = connection;
  const batches = await imports.list();
  const expensesOf = async (isWanted: (externalId: string) => boolean): Promise<Expense[]> => {
    const wanted = batches.filter(
      ({ external_id }) => external_id !== null && isWanted(external_id),
    );
    return (await Promise.all(wanted.map(({ id }) => imports.expenses(id)))).flat();
  };
  const own = new Set((await expensesOf((id) => id === key)).map(({ id }) => id));
  const met = countKeys((await expensesOf((id) => origins.has(id))).map((one) => one.external_id));
  return { ...(await readStored(connection, ({ id }) => !own.has(id))), met };
}
