/** The questions that a store answers about a user's expenses. */
import type { CalendarDate, ExpenseCategory } from "@outlay/shared";

/** Selects the expenses for which all of these conditions hold. */
export interface ExpenseFilter {
  /** Whether to select the expenses in the trash instead of the others. */
  isRemoved: boolean;
  /** The allowed categories; an empty list allows all. */
  categories: readonly ExpenseCategory[];
  /**
   * Tags of which an expense must have at least one; an empty list selects expenses with and
   * without tags.
   */
  tags: readonly string[];
  /** The first and the last day; null where there is no limit. */
  first: CalendarDate | null;
  last: CalendarDate | null;
  minCents: number | null;
  maxCents: number | null;
  /** A part of the description, compared as by `caseless`. */
  text: string | null;
  /** The batch of the import; null selects all expenses, imported or not. */
  importId: number | null;
}

/** Selects all expenses but those in the trash. */
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
  /** Reverses the whole order: equal expenses are then sorted by descending id. */
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
   * Selects only expenses after this position, at which there need not be an expense any longer.
   */
  after: ExpensePosition | null;
  /** The most expenses to return; null for all. */
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
   * The sums by category, by day, or by tags in alphabetical order, as `home, work`; only keys that
   * occur.
   */
  sums: ReadonlyMap<string, ExpenseSum>;
  /** The days of the first and the last expense; null where there is none. */
  first: CalendarDate | null;
  last: CalendarDate | null;
}

export const nothingSummed: SummedExpenses = { sums: new Map(), first: null, last: null };
