/** Changes of many expenses at once, which the server can revert. */
import { expenseChange, expenseChangeReverted, expenseChangesPath } from "@outlay/shared";
import type * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";
import { readAnswer } from "./read-answer.ts";
import { openObject } from "./received/open-object.ts";
import type { SendAuthorized } from "./session.ts";
import { withUncertainOutcome } from "./with-uncertain-outcome.ts";

const received = openObject(expenseChange.entries);
export type ExpensesChanged = v.InferOutput<typeof received>;

const receivedRevert = openObject(expenseChangeReverted.entries);
export type ChangeReverted = v.InferOutput<typeof receivedRevert>;

/** The expenses to change: their ids, or parameters of the list. */
export type ChangedExpenses = { ids: readonly number[] } | { filter: URLSearchParams };

const bodyOf = (which: ChangedExpenses) =>
  "ids" in which
    ? which
    : {
        filter: Object.fromEntries(
          [...new Set(which.filter.keys())].map((name) => [name, which.filter.getAll(name)]),
        ),
      };

/** @throws CliError not_found for a server of an earlier version */
export async function changeExpenses(
  send: SendAuthorized,
  which: ChangedExpenses,
  set: object,
): Promise<ExpensesChanged> {
  const body = { ...bodyOf(which), set };
  const answer = await send({
    method: "POST",
    path: expenseChangesPath,
    body,
    isRepeatable: false,
  });
  if (answer.status === 404 || answer.status === 405) {
    throw new CliError("not_found", "The server can't change many expenses at once.", {
      hint: "Update the server, or change them one by one: outlay edit ID",
    });
  }
  try {
    return readAnswer(answer, received);
  } catch (error) {
    throw withUncertainOutcome(error, answer, "Check before you try again: outlay list");
  }
}

export async function revertExpenseChange(
  send: SendAuthorized,
  changeId: number,
): Promise<ChangeReverted> {
  const path = `${expenseChangesPath}${changeId}/revert/`;
  return readAnswer(await send({ method: "POST", path, isRepeatable: false }), receivedRevert);
}
