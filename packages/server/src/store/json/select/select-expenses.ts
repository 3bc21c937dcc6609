import type { ExpenseQuery } from "../../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import type { SelectedExpenses } from "../../store.ts";
import { eachInTurns, type Span } from "../../../yielding/each-in-turns.ts";
import { expenseMatcher } from "./expense-matcher.ts";
import { type ComparePositions, orderComparison } from "./expense-orders.ts";
import { type UserExpenses, expenseSpan } from "./expense-span.ts";
import { firstOfSorted, firstOfUnsorted } from "./first-of.ts";
import type { KnownTotals } from "./known-totals.ts";

/** The number of items at the start of a sorted list that don't come after a position. */
function countUpTo(
  { items, start, end }: Span<ExpenseRecord>,
  isBehind: (expense: ExpenseRecord) => boolean,
): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = items[middle];
    if (candidate && isBehind(candidate)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of a sorted list after a position. */
function spanBehind(
  span: Span<ExpenseRecord>,
  { after, order }: ExpenseQuery,
  compare: ComparePositions,
): Span<ExpenseRecord> {
  if (after === null) return span;
  // In a list read backwards, later items come first.
  if (order.isDescending) return { ...span, end: countUpTo(span, (e) => compare(e, after) <= 0) };
  return { ...span, start: countUpTo(span, (e) => compare(e, after) > 0) };
}

/**
 * Answers a query about one user's expenses.
 * @param oldest expenses put in the trash before this time are gone
 */
export async function selectExpenses(
  own: UserExpenses,
  query: ExpenseQuery,
  totals: KnownTotals,
  oldest: string,
): Promise<SelectedExpenses> {
  const { filter, order, after } = query;
  const limit = query.limit ?? Infinity;
  const matches = expenseMatcher(filter, oldest);
  const compare = orderComparison(order);
  const views = own.lastingViews();
  const span = expenseSpan(own, views, filter, order.by);
  const { version } = own;
  const knownTotal = views.tally && totals.find(own, views.tally, filter);
  const canStop = knownTotal !== undefined && span.isSorted;
  // An item beyond the wanted number shows that there are more.
  const first = span.isSorted
    ? firstOfSorted<ExpenseRecord>(limit + 1)
    : firstOfUnsorted<ExpenseRecord>(limit + 1, compare);
  let total = 0;
  let isComplete = false;
  await eachInTurns(
    canStop ? spanBehind(span, query, compare) : span,
    // Even unsorted, expenses mostly come in the order of days, so the first are soon found.
    order.isDescending,
    (expense) => {
      if (!matches(expense)) return true;
      total += 1;
      if (isComplete) return true;
      if (after === null || compare(expense, after) > 0) isComplete = first.keep(expense);
      return !(canStop && isComplete);
    },
  );
  if (canStop) total = knownTotal;
  else totals.keep(own, version, filter, total);
  const found = await first.inOrder();
  const hasMore = found.length > limit;
  return { records: hasMore ? found.slice(0, limit) : found, total, hasMore };
}
