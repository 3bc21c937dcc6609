import type { BudgetRecord, ExpenseRecord, Instant, UserRecord } from "../store.ts";

export interface RevokedToken {
  id: string;
  expiresAt: Instant;
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
    revokedTokens?: readonly RevokedToken[];
  };
  remove?: {
    /** With all that is theirs. */
    users?: readonly number[];
    /** For good. */
    expenses?: readonly Pick<ExpenseRecord, "userId" | "id">[];
  };
}
