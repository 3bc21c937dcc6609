/** The kinds of records that a command works on. */
import { type ExpenseKind, expenseKinds, isSpendingKind } from "@outlay/shared";
import { parseChoice } from "../../../arguments/choice.ts";

const any = "any";

export const anyKinds = [...expenseKinds, any] as const;

/** `expense, refund, income, transfer, any` */
export const kindWords = anyKinds.join(", ").toLowerCase();

/** The kinds that words name, in any case or by their first letters; all for `any`. @throws CliError usage */
export function parseKinds(words: readonly string[]): readonly ExpenseKind[] {
  const named = new Set(words.map((word) => parseChoice("Kind", word, anyKinds)));
  return expenseKinds.filter((kind) => named.has(any) || named.has(kind));
}

/** Whether a filter selects nothing but what counts as spent. */
export const isOfSpending = (filter: URLSearchParams): boolean =>
  filter.getAll("kind").every(isSpendingKind);

/** Adds the kinds that a list or a journal has if no kind is named. */
export function addKinds(filter: URLSearchParams, kinds: readonly ExpenseKind[]): void {
  if (filter.has("kind")) return;
  for (const kind of kinds) filter.append("kind", kind);
}
