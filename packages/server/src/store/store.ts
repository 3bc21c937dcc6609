/**
 * The data that the server stores, in its own words. Every call is atomic: when its promise is
 * fulfilled it has happened durably; otherwise it hasn't happened at all. Uniqueness is decided in
 * here, where no other call can come between. Any call may be refused with StorageUnavailable or
 * StorageFull, and one that adds records with LimitReached.
 */
import type { BudgetFields, CalendarDate, ExpenseFields } from "@outlay/shared";
import type { CategoryRecord } from "../domain/category.ts";
import type { CategoryFields, CategoryTree } from "../domain/category-tree.ts";
import type { CategoryUses } from "../domain/category-uses.ts";
import type {
  ExpenseFilter,
  ExpenseQuery,
  SummedExpenses,
  SumsBy,
} from "../domain/expense-query.ts";
import type {
  CountedImport,
  Imported,
  ImportedFields,
  ImportFields,
} from "../domain/import-batch.ts";
import type { Changed, ChangedMany, RevertedMany } from "../domain/bulk-change.ts";
import type { FileCurrencies } from "../domain/currencies/file-currency.ts";
import type { Instant } from "../domain/instant.ts";
import type { Created, ExpenseRecord, Stored } from "../domain/records.ts";
import type { ToHome } from "../domain/spent.ts";
import type { ApiKeys } from "./api-keys.ts";
import type { Rates } from "./rates.ts";
import type { StoreSizes } from "./store-figures.ts";
import type { Users } from "./users.ts";

/** The records of one kind. Each belongs to one user; for everybody else it does not exist. */
export interface Collection<Fields> {
  /** All of the user's records, by id, without the trash. */
  list(userId: number): Promise<readonly Stored<Fields>[]>;
  /** The records in the trash, by id. */
  listRemoved(userId: number): Promise<readonly Stored<Fields>[]>;
  /** A record in the trash isn't found. */
  find(userId: number, id: number): Promise<Stored<Fields> | undefined>;
  /** @throws UserGone, CategoryUnknown */
  create(userId: number, fields: Fields): Promise<Created<Fields>>;
  /**
   * Replaces the record by the result of `change`, which gets the record as it is at that moment;
   * undefined if there is none. If `change` throws, the record stays as it was.
   * @throws ExternalIdTaken, CategoryUnknown
   */
  update(
    userId: number,
    id: number,
    change: (current: Stored<Fields>) => Fields,
  ): Promise<Stored<Fields> | undefined>;
  /**
   * Puts a record in the trash, for `trashDays`.
   * @returns whether there was one
   */
  remove(userId: number, id: number): Promise<boolean>;
  /** Restores a record from the trash; undefined if it isn't there. */
  restore(userId: number, id: number): Promise<Stored<Fields> | undefined>;
}

export interface SelectedExpenses {
  records: readonly ExpenseRecord[];
  /** How many match the filter, before `after` and beyond the limit too. */
  total: number;
  /** Whether others follow beyond the limit. */
  hasMore: boolean;
}

/** Expenses, and the rates of the same moment. */
interface ListedDays {
  records: readonly ExpenseRecord[];
  toHome: ToHome;
}

export interface Expenses extends Collection<ExpenseFields> {
  /**
   * The expenses that a query selects, all as of one moment. A page by id or by day costs as little
   * in a long list as in a short one, except for counting the matches.
   */
  select(userId: number, query: ExpenseQuery): Promise<SelectedExpenses>;
  /** The sums of the expenses that a filter selects, all as of one moment. */
  sum(userId: number, filter: ExpenseFilter, by: SumsBy): Promise<SummedExpenses>;
  /**
   * The expenses of the days from `first` to `last`, both included, by day and then by id, without
   * the trash. The cost depends on their number, and not on that of all the user's expenses.
   */
  listDays(userId: number, first: CalendarDate, last: CalendarDate): Promise<ListedDays>;
}

/** Batches of expenses. Each belongs to one user; for everybody else it does not exist. */
export interface Imports {
  /** The user's batches, by id. */
  list(userId: number): Promise<readonly CountedImport[]>;
  find(userId: number, id: number): Promise<CountedImport | undefined>;
  /** Whether there is such a batch, without counting its expenses. */
  has(userId: number, id: number): Promise<boolean>;
  /**
   * Records expenses as a new batch, or adds them to the one with these fields' external id. Either
   * all of them are stored, or neither expenses nor batch. One with an unknown category is filed as
   * miscellaneous.
   * @param named the currencies that the file names; none by default
   * @throws UserGone, CurrencyUnsettled
   */
  add(
    userId: number,
    fields: ImportFields,
    expenses: readonly ImportedFields[],
    named?: FileCurrencies,
  ): Promise<Imported>;
  /**
   * Adds expenses to a batch, all or none; undefined if there is no such batch.
   * @throws CurrencyUnsettled
   */
  addTo(
    userId: number,
    id: number,
    expenses: readonly ImportedFields[],
    named?: FileCurrencies,
  ): Promise<Imported | undefined>;
  /**
   * Removes a batch for good with all its expenses, even those changed since, so that their
   * external ids are free.
   * @returns the number of expenses; undefined if there is no such batch
   */
  revert(userId: number, id: number): Promise<number | undefined>;
}

/** Changes of many expenses at once. */
export interface BulkChanges {
  /**
   * Replaces each of the expenses by the result of `change`, which gets it as it is at that moment.
   * Either all of them are changed, or none: also if `change` throws.
   * @throws NotAllFound, TooMany, CategoryUnknown
   */
  change(
    userId: number,
    which: Changed,
    change: (current: ExpenseRecord) => ExpenseFields,
  ): Promise<ChangedMany>;
  /**
   * Gives the records of a change back what they had before it, except for those that were changed
   * or removed since. A category that the change removed is made again. Undefined if there is no such change, or if it was made more than `trashDays`
   * ago.
   * @throws CategoryTaken
   */
  revert(userId: number, id: number): Promise<RevertedMany | undefined>;
}

/** The outcome of removing a category. */
export interface RemovedCategory {
  /** The number of records that named it, and that moved to another category. */
  moved: CategoryUses;
  /** The change that moved them; null if there were none. */
  changeId: number | null;
}

/** What users have set about categories: those of their own, and changes of built-in ones. */
export interface Categories {
  /** By id. */
  list(userId: number): Promise<readonly CategoryRecord[]>;
  /**
   * Sets a category to the fields that `decide` returns for the categories of that moment. If it
   * throws, nothing changes.
   * @throws UserGone
   */
  put(userId: number, decide: (tree: CategoryTree) => CategoryFields): Promise<CategoryRecord>;
  /**
   * Removes a category of the user's own for good. The records that name it move to another one,
   * those in the trash included, all in one change, which can be reverted.
   * @param decide checks the removal; if it throws, nothing changes
   */
  remove(
    userId: number,
    key: string,
    moveTo: string | null,
    decide: (tree: CategoryTree, uses: CategoryUses) => void,
  ): Promise<RemovedCategory>;
}

export interface RefreshTokens {
  /** Stores, until the token expires anyway, that it must not be used. False if that was known. */
  revoke(tokenId: string, expiresAt: Instant): Promise<boolean>;
  isRevoked(tokenId: string, expiresAt?: Instant): Promise<boolean>;
}

export interface Store {
  users: Users;
  expenses: Expenses;
  budgets: Collection<BudgetFields>;
  imports: Imports;
  categories: Categories;
  changes: BulkChanges;
  refreshTokens: RefreshTokens;
  apiKeys: ApiKeys;
  rates: Rates;
  /** The numbers of records and bytes. It is cheap only where the folder is this process's own. */
  sizes(): Promise<StoreSizes>;
  /**
   * Finds out whether a change could be stored now, without making one.
   * @throws the error that a change would be refused with, and DataDamaged
   */
  checkWritable(): Promise<void>;
  /**
   * Tells other processes on this machine the address at which this one can be asked; null when it
   * no longer can be.
   */
  announce(url: string | null): Promise<void>;
  close(): Promise<void>;
}

/** The content of a store, without the trash. */
export interface DataSummary {
  usernames: readonly string[];
  expenses: number;
  budgets: number;
  imports: number;
  apiKeys: number;
  categories: number;
  rates: number;
}

export interface Backup extends DataSummary {
  sizeBytes: number;
}

export interface FoundBackup extends DataSummary {
  /** False for the snapshot of a data folder without the journal of its later changes. */
  isWhole: boolean;
}

export interface Restored extends FoundBackup {
  /** The folder with the replaced data; null if there were none. */
  keptIn: string | null;
  /**
   * The number of keys that were revoked because nothing tells whether they had been since the
   * backup.
   */
  endedKeys: number;
}
