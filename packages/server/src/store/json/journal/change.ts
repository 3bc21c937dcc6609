import type { Instant } from "../../../domain/instant.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { KindName, RecordOf } from "./record-types.ts";

export interface RevokedToken {
  id: string;
  expiresAt: Instant;
}

/** The user and the id by which a record is found. */
export interface RecordName {
  userId: number;
  id: number;
}

type PutRecords = { [Name in KindName]?: readonly RecordOf<Name>[] };
type RemovedRecords = { [Name in KindName]?: readonly RecordName[] };

/**
 * The changes of one call to the store, made all together or not at all. It describes the new state
 * and not the steps, so that applying it twice is the same as applying it once.
 */
export interface Change {
  /** New records, or new versions of those with the same ids. */
  put?: PutRecords & {
    users?: readonly UserRecord[];
    revokedTokens?: readonly RevokedToken[];
  };
  /**
   * Records removed for good. Batches are removed with all expenses that were imported in them, and
   * with the identities of rows removed earlier.
   */
  remove?: RemovedRecords & {
    /** Removed with everything that belongs to them. */
    users?: readonly number[];
  };
}
