import { type Expense } from "../api/received/records.ts";
import { expenseFields, namesOf, settableOf } from "@outlay/shared";
import { copiedId } from "./copied-id.ts";
import type { CopySide } from "./copy-side.ts";

const names = namesOf(settableOf(expenseFields));

/** The id by which an expense is known in the other account. */
export const expenseId = ({ me }: CopySide, expense: Expense): string =>
  expense.external_id ?? copiedId(me.created_at, "expense", expense);

/** An expense as the other account gets it. Fields with their defaults are left out. */
export function sentCopy(from: CopySide, expense: Expense): Record<string, unknown> {
  const fields = names.map((name): [string, unknown] => [name, expense[name]]);
  const given = fields.filter(([, value]) => value !== null && value !== "EXPENSE");
  return { ...Object.fromEntries(given), external_id: expenseId(from, expense) };
}

/**
 * The ids of copies that would be made of the account's own records without an external id: the other account may have
 * them from here.
 */
export function ownIds(
  { me }: CopySide,
  kind: "expense" | "budget" | "import",
  own: readonly {
    id: number;
    created_at: string;
    external_id: string | null;
  }[],
): ReadonlySet<string> {
  const without = own.filter(({ external_id }) => external_id === null);
  return new Set(without.map((record) => copiedId(me.created_at, kind, record)));
}
