import type { ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BudgetRecord, ExpenseRecord } from "../../../domain/records.ts";
import type { ImportRecord } from "../../../domain/import-batch.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { UserRecord } from "../../../domain/user.ts";

export interface RevokedToken {
  id: string;
  expiresAt: Instant;
}

/** The user and the id by which a record is found. */
export interface RecordName {
  userId: number;
  id: number;
}

/**
 * The changes of one call to the store, made all together or not at all. It describes the new state
 * and not the steps, so that applying it twice is the same as applying it once.
 */
export interface Change {
  /** New records, or new versions of those with the same ids. */
  put?: {
    users?: readonly UserRecord[];
    expenses?: readonly ExpenseRecord[];
    budgets?: readonly BudgetRecord[];
    imports?: readonly ImportRecord[];
    apiKeys?: readonly ApiKeyRecord[];
    revokedTokens?: readonly RevokedToken[];
  };
  remove?: {
    /** Removed with everything that belongs to them. */
    users?: readonly number[];
    /** Removed for good. */
    expenses?: readonly RecordName[];
    /** Removed with all expenses that were imported in them. */
    imports?: readonly RecordName[];
  };
}
