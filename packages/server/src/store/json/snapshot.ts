import type { BudgetRecord, ExpenseRecord, UserRecord } from "../store.ts";
import type { RevokedToken } from "./change.ts";

/** All that was stored after a change, as it lies in a snapshot. */
export interface Snapshot {
  /** Tells these data from all others, also from those they were before a backup was restored. */
  store: string;
  /** The number of the last change in it. */
  lastChange: number;
  /** Whether it is all there is, as in a backup; beside others there is a journal with what came after. */
  standsAlone: boolean;
  /** The next id of each kind; kept, since the highest one in use may have been removed. */
  nextIds: { users: number; expenses: number; budgets: number };
  users: Iterable<UserRecord>;
  expenses: Iterable<ExpenseRecord>;
  budgets: Iterable<BudgetRecord>;
  revokedTokens: Iterable<RevokedToken>;
}

/** The file of a data folder's snapshot. */
export const snapshotName = "outlay.json";

/** What lies in a folder before anything does. */
export const emptySnapshot: Snapshot = {
  store: "",
  lastChange: 0,
  standsAlone: false,
  nextIds: { users: 1, expenses: 1, budgets: 1 },
  users: [],
  expenses: [],
  budgets: [],
  revokedTokens: [],
};

export const snapshotFormat = "outlay-2";

/** The lists of a snapshot in the order of the file. */
export const snapshotLists = ["users", "expenses", "budgets", "revokedTokens"] as const;

export interface SnapshotHeader extends Pick<
  Snapshot,
  "store" | "lastChange" | "standsAlone" | "nextIds"
> {
  format: typeof snapshotFormat;
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
