import { errorCode, makePrivateFolder } from "@outlay/files";
import { join } from "node:path";
import type { BudgetFields, ExpenseFields, Store } from "../store.ts";
import { StorageUnavailable } from "../store-errors.ts";
import { Database } from "./database.ts";
import { jsonCollection, type Shelf } from "./json-collection.ts";
import { jsonRefreshTokens } from "./json-refresh-tokens.ts";
import { jsonUsers } from "./json-users.ts";
import { SnapshotFile } from "./snapshot-file.ts";

const expenseShelf: Shelf<ExpenseFields> = {
  name: "expenses",
  read: (data) => data.expenses,
  replace: (data, expenses) => ({ ...data, expenses }),
  externalId: ({ externalId }) => externalId,
};

const budgetShelf: Shelf<BudgetFields> = {
  name: "budgets",
  read: (data) => data.budgets,
  replace: (data, budgets) => ({ ...data, budgets }),
  externalId: () => null,
};

export interface JsonStoreOptions {
  folder: string;
  label: string;
  patienceMs: number;
  clock: () => Date;
}

/**
 * Opens the store in a folder, made if need be. The first change takes the write lock and gives it
 * back; `own` keeps it from the start.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export async function openJsonStore(
  options: JsonStoreOptions,
  { own }: { own: boolean },
): Promise<Store> {
  const { folder, label, patienceMs, clock } = options;
  await makePrivateFolder(folder).catch((error: unknown) => {
    const message = `The data folder ${folder} can't be used (${errorCode(error) ?? String(error)}).`;
    throw new StorageUnavailable(message, { cause: error });
  });
  const file = new SnapshotFile(join(folder, "outlay.json"));
  const database = await Database.open(file, { folder, label, patienceMs });
  if (own) await database.own();
  const now = () => clock().toISOString();
  return {
    users: jsonUsers(database, now),
    expenses: jsonCollection(database, expenseShelf, clock),
    budgets: jsonCollection(database, budgetShelf, clock),
    refreshTokens: jsonRefreshTokens(database, now),
    announce: (url) => database.announce(url),
    close: () => database.close(),
  };
}
