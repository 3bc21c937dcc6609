import { type FileSystem, nodeFileSystem } from "@outlay/files";
import {
  type BudgetFields,
  budgetFields,
  type ExpenseFields,
  expenseFields,
  storedNamesOf,
} from "@outlay/shared";
import { withoutHome } from "../../domain/currencies/home-currency.ts";
import type { Store } from "../store.ts";
import type { RecordLimits } from "../record-limits.ts";
import type { OnWrite } from "../store-figures.ts";
import { StorageFull, StorageReadOnly } from "../store-errors.ts";
import { Database } from "./engine/database.ts";
import { expenseViews } from "./expense-views.ts";
import { defaultFoldLimits, type FoldLimits } from "./disk/fold-limits.ts";
import { jsonApiKeys } from "./json-api-keys.ts";
import { jsonCategories } from "./json-categories.ts";
import { jsonChanges } from "./json-changes.ts";
import { jsonCollection, type Place } from "./json-collection.ts";
import { jsonImports } from "./json-imports.ts";
import { jsonRates } from "./json-rates.ts";
import { jsonRefreshTokens } from "./json-refresh-tokens.ts";
import { jsonUsers } from "./json-users.ts";
import { putReplacing } from "./memory/removed-rows.ts";
import { randomMarks, type SessionMarks } from "./backup/session-marks.ts";
import { takeFolder } from "./folder/take-folder.ts";

const expenses: Place<ExpenseFields> = {
  fieldNames: storedNamesOf(expenseFields),
  in: (state) => state.expenses,
  lookUp: (data) => data.expenses,
  settled: (fields, { homeCurrency }) => withoutHome(fields, homeCurrency),
  put: putReplacing,
};

const budgets: Place<BudgetFields> = {
  fieldNames: storedNamesOf(budgetFields),
  in: (state) => state.budgets,
  lookUp: (data) => data.budgets,
  put: (record) => ({ put: { budgets: [record] } }),
};

export interface JsonStoreOptions {
  folder: string;
  /** A description of this process for those that find the folder taken. */
  label: string;
  patienceMs: number;
  /** As for `acquireLock`; tests use a shorter time. */
  silenceMs?: number | undefined;
  beatsApart?: boolean | undefined;
  /** The user who must own the folder; undefined where files have no owners. */
  uid?: number | undefined;
  clock: () => Date;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  onWrite?: OnWrite | undefined;
  /**
   * The interval at which the folder's owner checks that its files exist; it always does so before
   * it writes.
   */
  lookEveryMs?: number | undefined;
  /** No limits by default. */
  limits?: RecordLimits | undefined;
  /**
   * Restores other files that belong into the folder, after its owner has written everything again.
   */
  putBack?: (() => Promise<void>) | undefined;
  /** Tests pass one that fails. */
  fs?: FileSystem;
  foldLimits?: FoldLimits;
  marks?: SessionMarks;
}

/** The message for a state in which everything can be read but nothing written. */
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
 * Opens the store in a folder, creating it if necessary. A change takes the write lock and releases
 * it; `own` keeps it from the start.
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
      // The stored data can be read, and by the next change the disk may be writable.
      const condition = conditionOf(error);
      if (condition === undefined) throw error;
      report(condition);
    });
  }
  const now = () => clock().toISOString();
  return {
    users: jsonUsers(database, clock, marks),
    expenses: { ...jsonCollection(database, expenses, clock), ...expenseViews(database, clock) },
    budgets: jsonCollection(database, budgets, clock),
    imports: jsonImports(database, clock),
    categories: jsonCategories(database, clock),
    changes: jsonChanges(database, clock),
    refreshTokens: jsonRefreshTokens(database),
    apiKeys: jsonApiKeys(database, now),
    rates: jsonRates(database, now),
    sizes: async () => database.sizes,
    checkWritable: () => database.checkWritable(),
    announce: (url) => database.announce(url),
    close: () => database.close(),
  };
}
