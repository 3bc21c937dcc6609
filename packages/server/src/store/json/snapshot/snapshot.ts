import type { ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BudgetRecord, ExpenseRecord } from "../../../domain/records.ts";
import type { ImportRecord } from "../../../domain/import-batch.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { RevokedToken } from "../journal/change.ts";

/** All data stored up to a change, in the form of a snapshot. */
export interface Snapshot {
  /**
   * Distinguishes these data from all others, even from their own state before a backup was
   * restored.
   */
  store: string;
  /** The number of the last change in it. */
  lastChange: number;
  /**
   * Whether it is complete by itself, as in a backup; otherwise a journal beside it has the later
   * changes.
   */
  standsAlone: boolean;
  /**
   * The next id of each kind; stored, because the record with the highest id may have been removed.
   */
  nextIds: { users: number; expenses: number; budgets: number; imports: number; apiKeys: number };
  /**
   * The latest end of a revoked token that is no longer listed: all tokens that end by then count
   * as revoked.
   */
  tokensOverUntil?: Instant | undefined;
  users: Iterable<UserRecord>;
  expenses: Iterable<ExpenseRecord>;
  budgets: Iterable<BudgetRecord>;
  imports: Iterable<ImportRecord>;
  apiKeys: Iterable<ApiKeyRecord>;
  revokedTokens: Iterable<RevokedToken>;
}

/** The file name of a data folder's snapshot. */
export const snapshotName = "outlay.json";

/** The content of a folder before anything is stored. */
export const emptySnapshot: Snapshot = {
  store: "",
  lastChange: 0,
  standsAlone: false,
  nextIds: { users: 1, expenses: 1, budgets: 1, imports: 1, apiKeys: 1 },
  users: [],
  expenses: [],
  budgets: [],
  imports: [],
  apiKeys: [],
  revokedTokens: [],
};

/** The lists of a snapshot in each supported format, in the order of the file. */
export const snapshotLists = {
  "outlay-2": ["users", "expenses", "budgets", "revokedTokens"],
  "outlay-3": ["users", "expenses", "budgets", "imports", "revokedTokens"],
  "outlay-4": ["users", "expenses", "budgets", "imports", "apiKeys", "revokedTokens"],
} as const;

/** The kinds of which each format stores the next id. */
export const snapshotCounters = {
  "outlay-2": ["users", "expenses", "budgets"],
  "outlay-3": ["users", "expenses", "budgets", "imports"],
  "outlay-4": ["users", "expenses", "budgets", "imports", "apiKeys"],
} as const satisfies Record<keyof typeof snapshotLists, readonly (keyof Snapshot["nextIds"])[]>;

export type SnapshotFormat = keyof typeof snapshotLists;

/** The format that is written. */
export const snapshotFormat = "outlay-4" satisfies SnapshotFormat;

export const isSnapshotFormat = (format: unknown): format is SnapshotFormat =>
  typeof format === "string" && Object.hasOwn(snapshotLists, format);

export interface SnapshotHeader extends Pick<
  Snapshot,
  "store" | "lastChange" | "standsAlone" | "nextIds" | "tokensOverUntil"
> {
  format: SnapshotFormat;
}

/** The fixed lines of a snapshot's text; `docs/FILE_FORMAT.md` shows all of it. */
export const snapshotLines = {
  listStart: (name: string) => `"${name}":[`,
  listEnd: "],",
  checksumsStart: '"checksums":[',
  sumOfSums: (sum: string) => `"checksumOfChecksums":"${sum}"`,
  sumOfAll: (sum: string) => `,"checksumOfAll":"${sum}"}`,
} as const;

/** The number of checksums in a line. */
export const checksumsPerLine = 64;
