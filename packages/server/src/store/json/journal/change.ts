import type { ApiKeyRecord } from "../../api-keys.ts";
import type { BudgetRecord, ExpenseRecord, ImportRecord, Instant } from "../../store.ts";
import type { UserRecord } from "../../users.ts";

export interface RevokedToken {
  id: string;
  expiresAt: Instant;
}

/** What a record is found by. */
export interface RecordName {
  userId: number;
  id: number;
}

/**
 * What one call of the store changes: all of it or nothing. It says what is from then on, not what was
 * done, so that making it twice makes it once.
 */
export interface Change {
  /** New ones, or in the place of those with the same ids. */
  put?: {
    users?: readonly UserRecord[];
    expenses?: readonly ExpenseRecord[];
    budgets?: readonly BudgetRecord[];
    imports?: readonly ImportRecord[];
    apiKeys?: readonly ApiKeyRecord[];
    revokedTokens?: readonly RevokedToken[];
  };
  remove?: {
    /** With all that is theirs. */
    users?: readonly number[];
    /** For good. */
    expenses?: readonly RecordName[];
    /** With all expenses that came in them. */
    imports?: readonly RecordName[];
  };
}
