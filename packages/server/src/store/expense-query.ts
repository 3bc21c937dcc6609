/** What a store can be asked about a user's expenses. */
import type { CalendarDate, ExpenseCategory } from "@outlay/shared";

/** Which expenses are meant: those that all of it is true of. */
export interface ExpenseFilter {
  /** Those in the trash, and not the others. */
  isRemoved: boolean;
  /** Of one of these; of any where none is named. */
  categories: readonly ExpenseCategory[];
  /** With one of these at least; with any or none where none is named. */
  tags: readonly string[];
  /** The first day, and the last; null where there is no limit. */
  first: CalendarDate | null;
  last: CalendarDate | null;
  minCents: number | null;
  maxCents: number | null;
  /** What the description has in it, as `caseless` compares. */
  text: string | null;
  /** The batch that they came in; null for any, and for none. */
  importId: number | null;
}

/** All but those in the trash. */
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
  /** The other way round altogether: what is equal is by descending id then. */
  isDescending: boolean;
}

/** Where an expense is in any order. */
export interface ExpensePosition {
  id: number;
  spentOn: CalendarDate;
  amountCents: number;
}

export interface ExpenseQuery {
  filter: ExpenseFilter;
  order: ExpenseOrder;
  /** Only what comes behind that; there need be no such expense any longer. */
  after: ExpensePosition | null;
  /** How many at most; null for all. */
  limit: number | null;
}

/** By what expenses are summed: the category, all tags together, the day. */
export type SumsBy = "category" | "tags" | "day";

export interface ExpenseSum {
  totalCents: bigint;
  count: number;
}

export interface SummedExpenses {
  /** By the category, the day, or the tags in alphabetical order, as `home, work`; only those that occur. */
  sums: ReadonlyMap<string, ExpenseSum>;
  /** The days of the first and the last expense; null where there is none. */
  first: CalendarDate | null;
  last: CalendarDate | null;
}

export const nothingSummed: SummedExpenses = { sums: new Map(), first: null, last: null };
