/** Changes of many records at once, which can be reverted for 30 days. */
import type { CategoryFields } from "./category-tree.ts";
import type { ExpenseFilter } from "./expense-query.ts";
import type { Instant } from "./instant.ts";

/** Values of a record's stored fields, by their names. */
type FieldValues = Readonly<Record<string, unknown>>;

/** Records for which the change was the same. */
export interface ChangedGroup {
  /** The kind of these records. */
  of: "expenses" | "budgets" | "categories" | "rules" | "recurring";
  ids: readonly number[];
  /** Whether the records were in the trash. */
  inTrash?: true;
  /** The changed fields as they were. A field that `after` has and this lacks was missing. */
  before: FieldValues;
  /** The changed fields as the change left them, likewise. */
  after: FieldValues;
}

/**
 * A record is still as the change left it if its `updatedAt` is `setOn` and its fields have the
 * values in `after`; the second condition tells apart two changes in one millisecond.
 */
export interface BulkChangeRecord {
  id: number;
  userId: number;
  createdAt: Instant;
  /** The `updatedAt` that all of the records got. */
  setOn: Instant;
  /** Null while the change stands. */
  revertedAt: Instant | null;
  groups: readonly ChangedGroup[];
  /** The category that was removed when its records moved to another one. */
  removedCategory?: CategoryFields;
}

/** The records that a change is of. */
export type Changed = { ids: readonly number[] } | { filter: ExpenseFilter };

export interface ChangedMany {
  /** Null if no record had to be changed. */
  changeId: number | null;
  /** The number of records that are different now. */
  count: number;
}

export interface RevertedMany {
  reverted: number;
  /** The number of records that stay as they are, because they were changed or removed since. */
  kept: number;
}
