import { caseless } from "@outlay/shared";
import type { ExpenseFilter } from "../../expense-query.ts";
import { isGone } from "../memory/trash.ts";
import type { ExpenseFacts } from "./expense-line.ts";

/**
 * Whether an expense is one that a filter means. All in one function, the cheapest first: it is called for
 * perhaps a million, and a function for each condition would take thrice as long.
 * @param oldest what was put in the trash before that is gone
 */
export function expenseMatcher(
  filter: ExpenseFilter,
  oldest: string,
): (expense: ExpenseFacts) => boolean {
  const { isRemoved, categories, tags, first, last, importId } = filter;
  const minCents = filter.minCents ?? -Infinity;
  const maxCents = filter.maxCents ?? Infinity;
  const text = filter.text === null ? null : caseless(filter.text);
  return (expense) =>
    (expense.deletedAt !== null) === isRemoved &&
    (categories.length === 0 || categories.includes(expense.category)) &&
    expense.amountCents >= minCents &&
    expense.amountCents <= maxCents &&
    (first === null || expense.spentOn >= first) &&
    (last === null || expense.spentOn <= last) &&
    (importId === null || expense.importId === importId) &&
    (tags.length === 0 || expense.tags.some((tag) => tags.includes(tag))) &&
    (!isRemoved || !isGone(expense, oldest)) &&
    (text === null || caseless(expense.description).includes(text));
}
