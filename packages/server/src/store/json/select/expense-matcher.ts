import { caseless } from "@outlay/shared";
import type { ExpenseFilter } from "../../../domain/expense-query.ts";
import { kindOf } from "../../../domain/spent.ts";
import { isGone } from "../memory/trash.ts";
import type { ExpenseFacts } from "./expense-line.ts";

/**
 * Returns a function that tells whether a filter selects an expense. It is a single function with
 * the cheapest conditions first: it may be called a million times, and one function per condition
 * would take three times as long.
 * @param oldest expenses put in the trash before this time are gone
 */
export function expenseMatcher(
  filter: ExpenseFilter,
  oldest: string,
): (expense: ExpenseFacts) => boolean {
  const { isRemoved, kinds, categories, accounts, currencies, isConfirmed } = filter;
  const { tags, first, last, importId } = filter;
  const minCents = filter.minCents ?? -Infinity;
  const maxCents = filter.maxCents ?? Infinity;
  const text = filter.text === null ? null : caseless(filter.text);
  const description = filter.description === null ? null : caseless(filter.description);
  return (expense) =>
    (expense.deletedAt !== null) === isRemoved &&
    kinds.includes(kindOf(expense)) &&
    (categories.length === 0 || categories.includes(expense.category ?? "")) &&
    expense.amountCents >= minCents &&
    expense.amountCents <= maxCents &&
    (first === null || expense.spentOn >= first) &&
    (last === null || expense.spentOn <= last) &&
    (importId === null || expense.importId === importId) &&
    (tags.length === 0 || expense.tags.some((tag) => tags.includes(tag))) &&
    (!isRemoved || !isGone(expense, oldest)) &&
    (accounts.length === 0 || accounts.includes(expense.account ?? "")) &&
    (currencies.length === 0 || currencies.includes(expense.currency ?? null)) &&
    (isConfirmed === null || (expense.confirmedBy !== undefined) === isConfirmed) &&
    (description === null || caseless(expense.description).includes(description)) &&
    (text === null ||
      caseless(expense.description).includes(text) ||
      caseless(expense.note ?? "").includes(text));
}
