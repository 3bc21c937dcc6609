/**
 * What the server keeps, in its own words. Every call is atomic: it has happened, down to the disk,
 * when its promise is fulfilled, or it has not happened at all. What must be unique is decided in here,
 * where no other call can come between.
 *
 * Any call may be refused with StorageUnavailable or StorageFull, and one that adds records with LimitReached.
 */
import type { BudgetFields, CalendarDate, ExpenseFields } from "@outlay/shared";
import type { ExpenseFilter, ExpenseQuery, SummedExpenses, SumsBy } from "./expense-query.ts";
import type { ApiKeys } from "./api-keys.ts";
import type { Instant } from "./instant.ts";
import type { StoreSizes } from "./store-figures.ts";
import type { Users } from "./users.ts";

export type { Instant };

export type { BudgetFields, ExpenseFields };

/** What the store adds to a user's fields. */
interface RecordKeys {
  id: number;
  userId: number;
  createdAt: Instant;
  updatedAt: Instant;
  /** When it was put in the trash; null while it is not there. */
  deletedAt: Instant | null;
  /** The batch that it came in; none for what wasn't imported, which takes no room for that. */
  importId?: number | undefined;
}

/** How long a removed record can be brought back. */
export const trashDays = 30;
export type Kept<Fields> = Fields & RecordKeys;
export type ExpenseRecord = Kept<ExpenseFields>;
export type BudgetRecord = Kept<BudgetFields>;

/** What a user says about a batch of imported expenses. */
export interface ImportFields {
  source: string;
  externalId: string | null;
}

export interface ImportRecord extends ImportFields {
  id: number;
  userId: number;
  createdAt: Instant;
}

/** A batch with the number of its expenses, those in the trash included. */
export type CountedImport = ImportRecord & { count: number };

export interface Created<Fields> {
  record: Kept<Fields>;
  /**
   * False when the user already has a record with this external id, which is then the one given. One in
   * the trash counts: what was removed isn't recorded again by recording the same once more.
   */
  isNew: boolean;
}

/** The records of one kind. Each belongs to one user; for everybody else it does not exist. */
export interface Collection<Fields> {
  /** All of the user's records, by id, but for those in the trash. */
  list(userId: number): Promise<readonly Kept<Fields>[]>;
  /** Those in the trash, by id. */
  listRemoved(userId: number): Promise<readonly Kept<Fields>[]>;
  /** A record in the trash isn't found. */
  find(userId: number, id: number): Promise<Kept<Fields> | undefined>;
  /** @throws UserGone */
  create(userId: number, fields: Fields): Promise<Created<Fields>>;
  /**
   * Replaces what `change` makes of the record as it is at that moment; undefined if there is none.
   * What `change` throws leaves the record as it was.
   * @throws ExternalIdTaken
   */
  update(
    userId: number,
    id: number,
    change: (current: Kept<Fields>) => Fields,
  ): Promise<Kept<Fields> | undefined>;
  /** Puts a record in the trash, for `trashDays`. Whether there was one. */
  remove(userId: number, id: number): Promise<boolean>;
  /** Brings a record back from the trash; undefined if it isn't there. */
  restore(userId: number, id: number): Promise<Kept<Fields> | undefined>;
}

export interface SelectedExpenses {
  records: readonly ExpenseRecord[];
  /** How many match the filter, before `after` and beyond the limit too. */
  total: number;
  /** Whether others follow beyond the limit. */
  hasMore: boolean;
}

export interface Expenses extends Collection<ExpenseFields> {
  /**
   * Those that a query asks for, all as they are at one moment. A page by id or by day costs as little in
   * a long list as in a short one, but for counting what matches.
   */
  select(userId: number, query: ExpenseQuery): Promise<SelectedExpenses>;
  /** What those that a filter means come to, all as they are at one moment. */
  sum(userId: number, filter: ExpenseFilter, by: SumsBy): Promise<SummedExpenses>;
  /**
   * Those of the days from `first` to `last`, both included, by day and then by id, without those in the
   * trash. Costs as much as there are, and not as the user has.
   */
  listDays(
    userId: number,
    first: CalendarDate,
    last: CalendarDate,
  ): Promise<readonly ExpenseRecord[]>;
}

/** What a user says about an expense that is imported. */
export interface ImportedFields extends ExpenseFields {
  /** External ids that it may have been recorded under before. They are not kept. */
  knownAs?: readonly string[];
}

/** What became of expenses that were given to a batch. */
export interface Imported {
  batch: ImportRecord;
  /** False when the user already has a batch with this external id, which then got the expenses. */
  isNew: boolean;
  /** One for each given, in their order; not new as in `Created`, by `knownAs`, or because it came twice in the call. */
  expenses: readonly Created<ExpenseFields>[];
}

/** Batches of expenses. Each belongs to one user; for everybody else it does not exist. */
export interface Imports {
  /** The user's, by id. */
  list(userId: number): Promise<readonly CountedImport[]>;
  find(userId: number, id: number): Promise<CountedImport | undefined>;
  /** Whether there is such a batch, without counting what is in it. */
  has(userId: number, id: number): Promise<boolean>;
  /**
   * Records expenses as a new batch, or adds them to the one with these fields' external id. All of them
   * are kept, or none and no batch either.
   * @throws UserGone
   */
  add(userId: number, fields: ImportFields, expenses: readonly ImportedFields[]): Promise<Imported>;
  /** Adds expenses to a batch, all or none; undefined if there is no such batch. */
  addTo(
    userId: number,
    id: number,
    expenses: readonly ImportedFields[],
  ): Promise<Imported | undefined>;
  /**
   * Removes a batch for good with all its expenses, whatever has become of them since, so that their
   * external ids are free. How many they were; undefined if there is no such batch.
   */
  revert(userId: number, id: number): Promise<number | undefined>;
}

export interface RefreshTokens {
  /** Remembers until the token is over anyway that it must not be used. False if that was known. */
  revoke(tokenId: string, expiresAt: Instant): Promise<boolean>;
  isRevoked(tokenId: string, expiresAt?: Instant): Promise<boolean>;
}

export interface Store {
  users: Users;
  expenses: Expenses;
  budgets: Collection<BudgetFields>;
  imports: Imports;
  refreshTokens: RefreshTokens;
  apiKeys: ApiKeys;
  /** How much there is. Cheap only where the folder is this process's own. */
  sizes(): Promise<StoreSizes>;
  /**
   * Finds out whether a change could be kept now, without making one.
   * @throws what a change would be refused with, and DataDamaged
   */
  checkWritable(): Promise<void>;
  /** Tells other processes on this machine where this one can be asked; null, that it no longer can. */
  announce(url: string | null): Promise<void>;
  close(): Promise<void>;
}

/** What a store has, without what is in the trash. */
export interface DataSummary {
  usernames: readonly string[];
  expenses: number;
  budgets: number;
  imports: number;
  apiKeys: number;
}

export interface Backup extends DataSummary {
  sizeBytes: number;
}

export interface FoundBackup extends DataSummary {
  /** False for the snapshot of a data folder without the journal of what was changed after it. */
  isWhole: boolean;
}

export interface Restored extends FoundBackup {
  /** The folder with what was replaced; null if there was nothing. */
  keptIn: string | null;
  /** Keys that were revoked because nothing tells whether they had been since the backup. */
  endedKeys: number;
}
