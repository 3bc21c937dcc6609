import { type FileSystem, nodeFileSystem } from "@outlay/files";
import type { BudgetFields, ExpenseFields, Store } from "../store.ts";
import type { RecordLimits } from "../record-limits.ts";
import type { OnWrite } from "../store-figures.ts";
import { StorageFull, StorageReadOnly } from "../store-errors.ts";
import { Database } from "./engine/database.ts";
import { expenseViews } from "./expense-views.ts";
import { defaultFoldLimits, type FoldLimits } from "./disk/fold-limits.ts";
import { jsonApiKeys } from "./json-api-keys.ts";
import { jsonCollection, type Place } from "./json-collection.ts";
import { jsonImports } from "./json-imports.ts";
import { jsonRefreshTokens } from "./json-refresh-tokens.ts";
import { jsonUsers } from "./json-users.ts";
import { randomMarks, type SessionMarks } from "./backup/session-marks.ts";
import { takeFolder } from "./folder/take-folder.ts";

const expenses: Place<ExpenseFields> = {
  in: (state) => state.expenses,
  lookUp: (data) => data.expenses,
  put: (record, gone) => ({
    put: { expenses: [record] },
    ...(gone && { remove: { expenses: [{ userId: gone.userId, id: gone.id }] } }),
  }),
};

const budgets: Place<BudgetFields> = {
  in: (state) => state.budgets,
  lookUp: (data) => data.budgets,
  put: (record) => ({ put: { budgets: [record] } }),
};

export interface JsonStoreOptions {
  folder: string;
  /** What this process is, for those that find the folder taken. */
  label: string;
  patienceMs: number;
  /** As `acquireLock` has it; tests don't wait for as long. */
  silenceMs?: number | undefined;
  beatsApart?: boolean | undefined;
  /** The user whose folder it has to be; undefined where files have no owners. */
  uid?: number | undefined;
  clock: () => Date;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
  onWrite?: OnWrite | undefined;
  /** How often the owner of the folder looks whether its files are there; it always does before it writes. */
  lookEveryMs?: number | undefined;
  /** None where they are left out. */
  limits?: RecordLimits | undefined;
  /** Puts back what else belongs into the folder, when its owner has written all of it anew. */
  putBack?: (() => Promise<void>) | undefined;
  /** Tests give one that fails. */
  fs?: FileSystem;
  foldLimits?: FoldLimits;
  marks?: SessionMarks;
}

/** Where nothing can be written now, but all can be read: that. */
function conditionOf(error: unknown): string | undefined {
  if (error instanceof StorageFull) {
    return "The disk is full. Stored data can be read; changes can be stored again once there is room.";
  }
  if (error instanceof StorageReadOnly) {
    return (
      "The disk is read-only (EROFS). Stored data can be read; changes can be stored again once the disk is " +
      "writable."
    );
  }
  return undefined;
}

/**
 * Opens the store in a folder, made if need be. A change takes the write lock and gives it back; `own`
 * keeps it from the start.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export async function openJsonStore(
  {
    fs = nodeFileSystem,
    foldLimits = defaultFoldLimits,
    marks = randomMarks,
    ...options
  }: JsonStoreOptions,
  { own }: { own: boolean },
): Promise<Store> {
  const { folder, uid, clock, report } = options;
  await takeFolder({ folder, uid, report, own });
  const database = await Database.open({ ...options, fs, foldLimits });
  if (own) {
    await database.own().catch((error: unknown) => {
      // What is there can be read, and the disk may be another by the next change.
      const condition = conditionOf(error);
      if (condition === undefined) throw error;
      report(condition);
    });
  }
  const now = () => clock().toISOString();
  return {
    users: jsonUsers(database, now, marks),
    expenses: { ...jsonCollection(database, expenses, clock), ...expenseViews(database, clock) },
    budgets: jsonCollection(database, budgets, clock),
    imports: jsonImports(database, clock),
    refreshTokens: jsonRefreshTokens(database),
    apiKeys: jsonApiKeys(database, now),
    sizes: async () => database.sizes,
    checkWritable: () => database.checkWritable(),
    announce: (url) => database.announce(url),
    close: () => database.close(),
  };
}
