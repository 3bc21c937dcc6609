import type { ExpenseFilter, ExpenseOrder } from "../../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import type { UserRecords, Views } from "../memory/user-records.ts";
import type { Span } from "../../../yielding/each-in-turns.ts";

export type UserExpenses = UserRecords<ExpenseRecord>;

/** A range that includes everything that matches, and perhaps more. */
export interface ExpenseSpan extends Span<ExpenseRecord> {
  /** Whether it is sorted by the wanted order, ascending. */
  isSorted: boolean;
}

const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

/** More months may have so many expenses that it is better to read all of them once. */
const mostMonths = 3;

/** The cost of sorting an expense, compared with looking at it. */
const sortingCosts = 8;

/**
 * The range of a user's expenses to search.
 * @param by null where the order doesn't matter
 */
export function expenseSpan(
  own: UserExpenses,
  { days }: Views<ExpenseRecord>,
  { first, last }: ExpenseFilter,
  by: ExpenseOrder["by"] | null,
): ExpenseSpan {
  const few =
    first !== null && last !== null ? own.betweenUnread(first, last, mostMonths) : undefined;
  if (few) return { items: few, start: 0, end: few.length, isSorted: by === "day" };
  const { records } = own;
  const isOfSomeDays = first !== null || last !== null;
  if (days && (isOfSomeDays || by === "day")) {
    const span = days.span(first ?? firstDay, last ?? lastDay);
    const costs = by === "id" ? sortingCosts : 1;
    if (by === "day") return { ...span, isSorted: true };
    if ((span.end - span.start) * costs < records.length) return { ...span, isSorted: false };
  }
  return { items: records, start: 0, end: records.length, isSorted: by === "id" };
}
