import { type Expense } from "../api/received/records.ts";
import { copiedId } from "./copied-id.ts";
import type { Copied, CopiedExpenses, CopySide } from "./copy-side.ts";
import { expenseId, ownIds, sentCopy } from "./sent-copy.ts";

/** Small calls keep the memory of client and server small, and one that is cut off loses little. */
const expensesInCall = 2000;

/** Copies batches with their records, without those in the trash. */
export async function copyImports(
  from: CopySide,
  to: CopySide,
  { all, there: target, step }: CopiedExpenses,
): Promise<{ imports: Copied; expenses: Copied }> {
  const there = await to.connection.imports.list();
  const batchesFromThere = new Map(
    there
      .filter(({ external_id }) => external_id === null)
      .map((batch) => [copiedId(to.me.created_at, "import", batch), batch.id]),
  );
  const known = new Set(there.flatMap(({ external_id }) => external_id ?? []));
  const fromThere = ownIds(to, "expense", target);
  const imports = { copied: 0, there: 0 };
  const expenses = { copied: 0, there: 0 };
  for (const batch of await from.connection.imports.list()) {
    const external_id = batch.external_id ?? copiedId(from.me.created_at, "import", batch);
    let importId = batchesFromThere.get(external_id);
    if (importId !== undefined || known.has(external_id)) imports.there += 1;
    else imports.copied += 1;
    const rows = all.filter(({ import_id }) => import_id === batch.id);
    const isFromThere = (row: Expense) => fromThere.has(expenseId(from, row));
    const missing = rows.filter((row) => !isFromThere(row));
    expenses.there += rows.length - missing.length;
    for (let start = 0; start === 0 || start < missing.length; start += expensesInCall) {
      const slice = missing.slice(start, start + expensesInCall);
      const sent = slice.map((row) => sentCopy(from, row));
      const { source, currency } = batch;
      const currencies = { from_outlay: true, ...(currency != null && { currency }) } as const;
      const answer =
        importId === undefined
          ? await to.connection.imports.create({
              source,
              external_id,
              ...currencies,
              expenses: sent,
            })
          : await to.connection.imports.add(importId, sent, currencies);
      importId = answer.id;
      expenses.copied += answer.created;
      expenses.there += answer.duplicates;
      step(slice.length);
    }
  }
  return { imports, expenses };
}
