import { isDeepStrictEqual } from "node:util";
import type { Expense, ExpenseFields, NewExpense } from "./api.ts";

/** A state of an expense. */
export interface Version {
  /** Undefined for a value that only the server knows and hasn't reported yet. */
  values: { [Name in keyof Expense]?: Expense[Name] | undefined };
  isRemoved: boolean;
}

export const created = (sent: NewExpense): Version => ({ values: sent, isRemoved: false });

export const edited = ({ values }: Version, changes: Partial<ExpenseFields>): Version => ({
  values: { ...values, ...changes, updated_at: undefined },
  isRemoved: false,
});

export const removed = ({ values }: Version): Version => ({ values, isRemoved: true });

export const restored = ({ values }: Version): Version => ({
  values: { ...values, deleted_at: undefined },
  isRemoved: false,
});

/** The state as the server reports it. */
export const versionOf = (stored: Expense): Version => ({
  values: stored,
  isRemoved: stored.deleted_at !== undefined,
});

export const isVersion = (stored: Expense, { values, isRemoved }: Version): boolean =>
  isRemoved === (stored.deleted_at !== undefined) &&
  Object.entries(values).every(
    ([name, value]) =>
      value === undefined || isDeepStrictEqual(stored[name as keyof Expense], value),
  );
