import type { ExpenseFilter, ExpenseOrder } from "../../expense-query.ts";
import type { ExpenseRecord } from "../../store.ts";
import type { Shelf, Views } from "../memory/shelf.ts";
import type { Span } from "../../../yielding/each-in-turns.ts";

export type ExpenseShelf = Shelf<ExpenseRecord>;

/** Where everything that matches is, and perhaps more. */
export interface ExpenseSpan extends Span<ExpenseRecord> {
  /** Whether it is sorted as wanted, ascending. */
  isSorted: boolean;
}

const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

/** Of more there may be so many expenses that it is better to have read them all once. */
const mostMonths = 3;

/** Sorting takes so much longer for each expense than looking at it. */
const sortingCosts = 8;

/** The part of a user's expenses to look through. @param by null where the order doesn't matter */
export function expenseSpan(
  shelf: ExpenseShelf,
  { days }: Views<ExpenseRecord>,
  { first, last }: ExpenseFilter,
  by: ExpenseOrder["by"] | null,
): ExpenseSpan {
  const few =
    first !== null && last !== null ? shelf.betweenUnread(first, last, mostMonths) : undefined;
  if (few) return { items: few, start: 0, end: few.length, isSorted: by === "day" };
  const { records } = shelf;
  const isOfSomeDays = first !== null || last !== null;
  if (days && (isOfSomeDays || by === "day")) {
    const span = days.span(first ?? firstDay, last ?? lastDay);
    const costs = by === "id" ? sortingCosts : 1;
    if (by === "day") return { ...span, isSorted: true };
    if ((span.end - span.start) * costs < records.length) return { ...span, isSorted: false };
  }
  return { items: records, start: 0, end: records.length, isSorted: by === "id" };
}
