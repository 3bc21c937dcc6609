/** Counts the records that an export leaves out because of their kinds. */
import { type ExpenseKind, expenseKinds } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { RecordsApi } from "../../api/records-api.ts";
import type { Cli } from "../../cli.ts";
import { countedKinds } from "../expense/kinds/counted-kinds.ts";

async function countOf(
  expenses: RecordsApi<Expense>,
  filter: URLSearchParams,
  kind: ExpenseKind | "any",
): Promise<number> {
  const wanted = new URLSearchParams(filter);
  wanted.set("kind", kind);
  for await (const { total } of expenses.pages(wanted, 1)) return total;
  return 0;
}

/** Warns of records that match but are of other kinds than expenses. @param filter names no kind */
export async function warnOfOthers(
  cli: Cli,
  expenses: RecordsApi<Expense>,
  filter: URLSearchParams,
): Promise<void> {
  // A server of an earlier version has expenses only, and is asked for no other kind.
  if ((await countOf(expenses, filter, "any")) === (await countOf(expenses, filter, "EXPENSE")))
    return;
  const counts: Partial<Record<ExpenseKind, number>> = {};
  for (const kind of expenseKinds.filter((each) => each !== "EXPENSE")) {
    counts[kind] = await countOf(expenses, filter, kind);
  }
  cli.warn(`Left out: ${countedKinds(counts)}. To export them too: --kind any`);
}
