import type { Instant } from "../../../domain/instant.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { RevokedToken } from "../journal/change.ts";
import type { KindName, RecordOf } from "../journal/record-types.ts";
import {
  type NumberedKind,
  numberedKinds,
  forEachKind,
  kindNames,
  recordKinds,
} from "../memory/record-kinds.ts";

type CounterName = "users" | NumberedKind;
export type ListName = "users" | KindName | "revokedTokens";

/** The records of each kind. */
export type RecordLists = { [Name in KindName]: Iterable<RecordOf<Name>> };

/** All data stored up to a change, in the form of a snapshot. */
export interface Snapshot extends RecordLists {
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
  nextIds: Record<CounterName, number>;
  /**
   * The latest end of a revoked token that is no longer listed: all tokens that end by then count
   * as revoked.
   */
  tokensOverUntil?: Instant | undefined;
  users: Iterable<UserRecord>;
  revokedTokens: Iterable<RevokedToken>;
}

/** The file name of a data folder's snapshot. */
export const snapshotName = "outlay.json";

/** The next id of each kind. */
export const nextIdsOf = (nextId: (name: CounterName) => number): Snapshot["nextIds"] => {
  const counters = (["users", ...numberedKinds] as const).map((name) => [name, nextId(name)]);
  return Object.fromEntries(counters) as Snapshot["nextIds"];
};

/** The content of a folder before anything is stored. */
export const emptySnapshot: Snapshot = {
  store: "",
  lastChange: 0,
  standsAlone: false,
  nextIds: nextIdsOf(() => 1),
  users: [],
  ...(forEachKind(() => []) as RecordLists),
  revokedTokens: [],
};

const formats = { "outlay-2": 2, "outlay-3": 3, "outlay-4": 4, "outlay-5": 5 } as const;

export type SnapshotFormat = keyof typeof formats;

/** The format that is written. */
export const snapshotFormat = "outlay-5" satisfies SnapshotFormat;

const isIn = (format: SnapshotFormat) => (name: KindName) =>
  recordKinds[name].since <= formats[format];

/** The lists of a snapshot of some format, in the order of the file. */
export const snapshotLists = (format: SnapshotFormat): readonly ListName[] => [
  "users",
  ...kindNames.filter(isIn(format)),
  "revokedTokens",
];

/** The kinds whose next ids a snapshot of some format has. */
export const snapshotCounters = (format: SnapshotFormat): readonly CounterName[] => [
  "users",
  ...numberedKinds.filter(isIn(format)),
];

export const isSnapshotFormat = (format: unknown): format is SnapshotFormat =>
  typeof format === "string" && Object.hasOwn(formats, format);

export interface SnapshotHeader extends Pick<
  Snapshot,
  "store" | "lastChange" | "standsAlone" | "tokensOverUntil"
> {
  format: SnapshotFormat;
  nextIds: Partial<Snapshot["nextIds"]>;
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
