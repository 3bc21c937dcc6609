import type { BudgetRecord, ExpenseRecord, Instant, UserRecord } from "../store.ts";

interface RevokedToken {
  id: string;
  expiresAt: Instant;
}

/** All that is stored. Never changed in place: a change makes the next one. */
export interface Data {
  users: readonly UserRecord[];
  expenses: readonly ExpenseRecord[];
  budgets: readonly BudgetRecord[];
  revokedTokens: readonly RevokedToken[];
  /** The next id of each kind; kept, since the highest one in use may have been removed. */
  nextIds: { users: number; expenses: number; budgets: number };
}

export const emptyData: Data = {
  users: [],
  expenses: [],
  budgets: [],
  revokedTokens: [],
  nextIds: { users: 1, expenses: 1, budgets: 1 },
};
