import { expensesPath } from "@outlay/shared";
import { readAnswer } from "../api/read-answer.ts";
import { receivedExpense } from "../api/received/records.ts";
import type { Copied, CopiedExpenses, CopySide } from "./copy-side.ts";
import { expenseId, ownIds, sentCopy } from "./sent-copy.ts";

/** The status for a record that the server had already. */
const existed = 200;

/** Copies the records that were not imported. */
export async function copyExpenses(
  from: CopySide,
  to: CopySide,
  { all, there: target, step }: CopiedExpenses,
): Promise<Copied> {
  const there = new Set([
    ...target.flatMap(({ external_id }) => external_id ?? []),
    ...ownIds(to, "expense", target),
  ]);
  const copied = { copied: 0, there: 0 };
  const { send } = to.connection;
  for (const expense of all) {
    if (expense.import_id !== null) continue;
    step(1);
    if (there.has(expenseId(from, expense))) {
      copied.there += 1;
      continue;
    }
    const body = sentCopy(from, expense);
    const answer = await send({ method: "POST", path: expensesPath, body, isRepeatable: true });
    readAnswer(answer, receivedExpense);
    if (answer.status === existed) copied.there += 1;
    else copied.copied += 1;
  }
  return copied;
}
