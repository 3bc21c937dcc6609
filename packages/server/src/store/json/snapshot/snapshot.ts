import type { ApiKeyRecord } from "../../api-keys.ts";
import type { BudgetRecord, ExpenseRecord, ImportRecord, Instant } from "../../store.ts";
import type { UserRecord } from "../../users.ts";
import type { RevokedToken } from "../journal/change.ts";

/** All that was stored after a change, as it lies in a snapshot. */
export interface Snapshot {
  /** Tells these data from all others, also from those they were before a backup was restored. */
  store: string;
  /** The number of the last change in it. */
  lastChange: number;
  /** Whether it is all there is, as in a backup; beside others there is a journal with what came after. */
  standsAlone: boolean;
  /** The next id of each kind; kept, since the highest one in use may have been removed. */
  nextIds: { users: number; expenses: number; budgets: number; imports: number; apiKeys: number };
  /** The latest end of a revoked token that is no longer listed: all that end until then are taken for revoked. */
  tokensOverUntil?: Instant | undefined;
  users: Iterable<UserRecord>;
  expenses: Iterable<ExpenseRecord>;
  budgets: Iterable<BudgetRecord>;
  imports: Iterable<ImportRecord>;
  apiKeys: Iterable<ApiKeyRecord>;
  revokedTokens: Iterable<RevokedToken>;
}

/** The file of a data folder's snapshot. */
export const snapshotName = "outlay.json";

/** What lies in a folder before anything does. */
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

/** The lists of a snapshot in each format that is read here, in the order of the file. */
export const snapshotLists = {
  "outlay-2": ["users", "expenses", "budgets", "revokedTokens"],
  "outlay-3": ["users", "expenses", "budgets", "imports", "revokedTokens"],
  "outlay-4": ["users", "expenses", "budgets", "imports", "apiKeys", "revokedTokens"],
} as const;

/** Of what each format has the next id. */
export const snapshotCounters = {
  "outlay-2": ["users", "expenses", "budgets"],
  "outlay-3": ["users", "expenses", "budgets", "imports"],
  "outlay-4": ["users", "expenses", "budgets", "imports", "apiKeys"],
} as const satisfies Record<keyof typeof snapshotLists, readonly (keyof Snapshot["nextIds"])[]>;

export type SnapshotFormat = keyof typeof snapshotLists;

/** The one that is written. */
export const snapshotFormat = "outlay-4" satisfies SnapshotFormat;

export const isSnapshotFormat = (format: unknown): format is SnapshotFormat =>
  typeof format === "string" && Object.hasOwn(snapshotLists, format);

export interface SnapshotHeader extends Pick<
  Snapshot,
  "store" | "lastChange" | "standsAlone" | "nextIds" | "tokensOverUntil"
> {
  format: SnapshotFormat;
}

/** The lines of a snapshot's text that are always the same; `docs/FILE_FORMAT.md` shows the whole. */
export const snapshotLines = {
  listStart: (name: string) => `"${name}":[`,
  listEnd: "],",
  checksumsStart: '"checksums":[',
  sumOfSums: (sum: string) => `"checksumOfChecksums":"${sum}"`,
  sumOfAll: (sum: string) => `,"checksumOfAll":"${sum}"}`,
} as const;

/** How many checksums stand in a line. */
export const checksumsPerLine = 64;
