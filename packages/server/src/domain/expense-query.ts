/** The queries for a user's expenses that a store answers. */
import type { CalendarDate, ExpenseCategory } from "@outlay/shared";

/** Selects the expenses that meet all of these conditions. */
export interface ExpenseFilter {
  /** Whether to select the expenses in the trash instead of the others. */
  isRemoved: boolean;
  /** The allowed categories; an empty list allows all. */
  categories: readonly ExpenseCategory[];
  /**
   * An expense must have at least one of these tags. If the list is empty, expenses with and without tags are selected.
   */
  tags: readonly string[];
  /** The first and the last day, or null if there is no limit. */
  first: CalendarDate | null;
  last: CalendarDate | null;
  minCents: number | null;
  maxCents: number | null;
  /** A text that the description must contain, compared by `caseless`. */
  text: string | null;
  /** The id of a batch; null selects all expenses, imported or not. */
  importId: number | null;
}

/** Selects all expenses except those in the trash. */
export const everyExpense: ExpenseFilter = {
  isRemoved: false,
  categories: [],
  tags: [],
  first: null,
  last: null,
  minCents: null,
  maxCents: null,
  text: null,
  importId: null,
};

export interface ExpenseOrder {
  by: "id" | "day" | "amount";
  /** Whether to reverse the whole order; equal expenses are then sorted by descending id. */
  isDescending: boolean;
}

/** The position of an expense in any order. */
export interface ExpensePosition {
  id: number;
  spentOn: CalendarDate;
  amountCents: number;
}

export interface ExpenseQuery {
  filter: ExpenseFilter;
  order: ExpenseOrder;
  /**
   * Selects only expenses after this position, even if the expense that was there is gone.
   */
  after: ExpensePosition | null;
  /** The maximum number of expenses to return; null for all. */
  limit: number | null;
}

/** The grouping of sums: by category, by all tags together, or by day. */
export type SumsBy = "category" | "tags" | "day";

export interface ExpenseSum {
  totalCents: bigint;
  count: number;
}

export interface SummedExpenses {
  /**
   * The sums by category, by day, or by tags in alphabetical order like `home, work`. It has only keys of existing
   * expenses.
   */
  sums: ReadonlyMap<string, ExpenseSum>;
  /** The days of the first and the last expense; null if there is none. */
  first: CalendarDate | null;
  last: CalendarDate | null;
}

export const nothingSummed: SummedExpenses = { sums: new Map(), first: null, last: null };
