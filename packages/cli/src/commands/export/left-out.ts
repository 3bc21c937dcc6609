/** Counts the records that an export leaves out because of their kinds. */
import { counted, type ExpenseKind } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { RecordsApi } from "../../api/records-api.ts";
import type { Cli } from "../../cli.ts";

const kindsLeftOut = [
  ["REFUND", (count) => counted(count, "refund")],
  ["INCOME", (count) => `${counted(count, "record")} of income`],
  ["TRANSFER", (count) => counted(count, "transfer")],
] as const satisfies readonly (readonly [ExpenseKind, (count: number) => string])[];

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
  const parts: string[] = [];
  for (const [kind, text] of kindsLeftOut) {
    const count = await countOf(expenses, filter, kind);
    if (count > 0) parts.push(text(count));
  }
  const all = [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter((part) => part !== "");
  cli.warn(`Left out: ${all.join(" and ")}. To export them too: --kind any`);
}
