/** The queries for a user's expenses that a store answers. */
import type { CalendarDate, ExpenseKind } from "@outlay/shared";

/** Selects the expenses that meet all of these conditions. */
export interface ExpenseFilter {
  /** Whether to select the expenses in the trash instead of the others. */
  isRemoved: boolean;
  /** The allowed kinds; never empty. */
  kinds: readonly ExpenseKind[];
  /** The allowed categories; an empty list allows all. */
  categories: readonly string[];
  /** The allowed accounts; an empty list allows all. */
  accounts: readonly string[];
  /** The allowed currencies, of which null is the home currency; an empty list allows all. */
  currencies: readonly (string | null)[];
  /** Whether a bank's row has confirmed the expense; null if both are allowed. */
  isConfirmed: boolean | null;
  /**
   * An expense must have at least one of these tags. If the list is empty, expenses with and without tags are selected.
   */
  tags: readonly string[];
  /** The first and the last day, or null if there is no limit. */
  first: CalendarDate | null;
  last: CalendarDate | null;
  minCents: number | null;
  maxCents: number | null;
  /** A text that the description or the note must contain, compared by `caseless`. */
  text: string | null;
  /** A text that the description must contain. */
  description: string | null;
  /** The id of a batch; null selects all expenses, imported or not. */
  importId: number | null;
}

/** Selects all expenses except those in the trash. Records of other kinds aren't expenses. */
export const everyExpense: ExpenseFilter = {
  isRemoved: false,
  kinds: ["EXPENSE"],
  categories: [],
  accounts: [],
  currencies: [],
  isConfirmed: null,
  tags: [],
  first: null,
  last: null,
  minCents: null,
  maxCents: null,
  text: null,
  description: null,
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

/** The grouping of sums: by category, by all tags together, by account, or by day. */
export type SumsBy = "category" | "tags" | "account" | "day";

export interface ExpenseSum {
  totalCents: bigint;
  count: number;
}

/** Sums of amounts in other currencies that have no rate, by currency. */
export type Unconverted = ReadonlyMap<string, ExpenseSum>;

export interface SummedExpenses {
  /**
   * The sums by category, by account, by day, or by tags in alphabetical order like `home, work`. It has only keys of
   * existing expenses; the key of records without a category or an account is empty. Refunds count as negative.
   */
  sums: ReadonlyMap<string, ExpenseSum>;
  unconverted: Unconverted;
  /** The income that meets the other conditions of the filter. */
  income: { sum: ExpenseSum; unconverted: Unconverted };
  /** The days of the first and the last expense; null if there is none. */
  first: CalendarDate | null;
  last: CalendarDate | null;
}

export const nothingSummed: SummedExpenses = {
  sums: new Map(),
  unconverted: new Map(),
  income: { sum: { totalCents: 0n, count: 0 }, unconverted: new Map() },
  first: null,
  last: null,
};
