/** Expenses and budgets as they are stored. */
import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type { Instant } from "./instant.ts";

/** The fields that the store adds. */
export interface RecordKeys {
  id: number;
  userId: number;
  createdAt: Instant;
  updatedAt: Instant;
  /** The time at which the record was put in the trash; null while it isn't there. */
  deletedAt: Instant | null;
  /**
   * The batch in which the expense was imported. Other expenses lack the property, because it would take memory.
   */
  importId?: number | undefined;
  /** The batch with the bank's row that confirmed the expense, and that row's external id. */
  confirmedBy?: number | undefined;
  confirmedAs?: string | undefined;
}

/** The number of days for which a removed record can be restored. */
export const trashDays = 30;

export type Stored<Fields> = Fields & RecordKeys;
export type ExpenseRecord = Stored<ExpenseFields>;
export type BudgetRecord = Stored<BudgetFields>;

export interface Created<Fields> {
  record: Stored<Fields>;
  /**
   * False if the user already has a record with this external id, which is then returned. This includes the trash:
   * creating a removed record again doesn't restore it.
   */
  isNew: boolean;
}
