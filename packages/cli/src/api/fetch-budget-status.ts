import { budgetStatusDigits, budgetStatusPath, type CalendarDate } from "@outlay/shared";
import * as v from "valibot";
import { readAnswer } from "./read-answer.ts";
import { type BudgetStatusEntry, receivedStatusEntry } from "./received/status-entry.ts";
import type { SendAuthorized } from "./session.ts";

/** Fetches how the budgets stand on a day. */
export async function fetchBudgetStatus(
  send: SendAuthorized,
  date: CalendarDate,
): Promise<BudgetStatusEntry[]> {
  const path = `${budgetStatusPath}?date=${date}`;
  const answer = await send({ method: "GET", path, isRepeatable: true });
  const body = budgetStatusDigits(answer.body);
  return readAnswer({ ...answer, body }, v.array(receivedStatusEntry));
}
