import { budgetFields, budgetsPath, calendarDayOf, namesOf, settableOf } from "@outlay/shared";
import { readAnswer } from "../api/read-answer.ts";
import { type Budget, receivedBudget } from "../api/received/records.ts";
import { copiedId } from "./copied-id.ts";
import type { Copied, CopySide } from "./copy-side.ts";
import { ownIds } from "./sent-copy.ts";

const names = namesOf(settableOf(budgetFields));

/** The status for a record that the server had already. */
const existed = 200;

/** A budget as the other account gets it. */
function sentBudget(budget: Budget, external_id: string): Record<string, unknown> {
  const fields = Object.fromEntries(names.map((name) => [name, budget[name]]));
  // Nothing is carried over from before a budget was set, and the copy is set later.
  const isRolling = budget.rollover !== "none" && budget.starts === null;
  const starts = isRolling ? calendarDayOf(new Date(budget.created_at)) : budget.starts;
  return { ...fields, starts, external_id };
}

export async function copyBudgets(from: CopySide, to: CopySide): Promise<Copied> {
  const target = await to.connection.budgets.list();
  const there = new Set([
    ...target.flatMap(({ external_id }) => external_id ?? []),
    ...ownIds(to, "budget", target),
  ]);
  const copied = { copied: 0, there: 0 };
  for (const budget of await from.connection.budgets.list()) {
    const id = budget.external_id ?? copiedId(from.me.created_at, "budget", budget);
    if (there.has(id)) {
      copied.there += 1;
      continue;
    }
    const answer = await to.connection.send({
      method: "POST",
      path: budgetsPath,
      body: sentBudget(budget, id),
      isRepeatable: true,
    });
    readAnswer(answer, receivedBudget);
    if (answer.status === existed) copied.there += 1;
    else copied.copied += 1;
  }
  return copied;
}
