/** Carries a plan out. */
import type { FileHandle } from "node:fs/promises";
import type { ImportAnswer } from "@outlay/shared";
import type { ImportsApi } from "../../api/imports-api.ts";
import { AFewAtATime } from "@outlay/files";
import { CliError } from "../../errors/cli-error.ts";
import {
  countExpense,
  countOther,
  emptyOutcome,
  type ExpenseRow,
  type Outcome,
} from "./outcome.ts";
import type { PlanHead } from "./plan.ts";
import { readPlanRows } from "./plan-file.ts";

/** A call stores them all or none; small ones keep the memory of both sides small. */
const expensesInCall = 5000;

/** While the server waits for its disk, it can read and judge the next. */
const callsAtATime = 2;

function disagrees(): CliError {
  return new CliError(
    "unexpected_answer",
    "The server answered for other expenses than were sent.",
    {
      hint: "Import again: what is stored already isn't stored twice.",
    },
  );
}

/**
 * @param plan one that is known to be whole
 * @throws CliError
 */
export async function applyPlan(
  plan: FileHandle,
  head: PlanHead,
  imports: ImportsApi,
  onProgress: (expenses: number) => void,
): Promise<Outcome> {
  const outcome = emptyOutcome();

  const count = (sent: readonly ExpenseRow[], { results }: ImportAnswer): void => {
    if (results.length !== sent.length) throw disagrees();
    for (const [index, row] of sent.entries()) {
      countExpense(outcome, row, results[index]?.status === "created");
    }
    onProgress(outcome.imported + outcome.duplicates);
  };

  let counted: Promise<void> = Promise.resolve();
  const send = async (sent: readonly ExpenseRow[]): Promise<void> => {
    const expenses = sent.map(({ expense }) => expense);
    const { importId } = outcome;
    const asked =
      importId === null
        ? imports.create({ source: head.source, external_id: head.key, expenses })
        : imports.add(importId, expenses);
    // In the order of the file, whichever is answered first.
    const [answer] = await Promise.all([asked, counted]);
    outcome.importId = answer.id;
    count(sent, answer);
  };

  const sending = new AFewAtATime(callsAtATime);
  const startSending = async (sent: readonly ExpenseRow[]): Promise<void> => {
    await sending.start(() => (counted = send(sent)));
    // The first makes the batch that the others are added to.
    if (outcome.importId === null) await sending.end();
  };

  let waiting: ExpenseRow[] = [];
  try {
    for await (const rows of readPlanRows(plan)) {
      for (const row of rows) {
        if (row.kind === "expense") waiting.push(row);
        else countOther(outcome, row);
        if (waiting.length < expensesInCall) continue;
        const full = waiting;
        waiting = [];
        await startSending(full);
      }
    }
    if (waiting.length > 0) await startSending(waiting);
  } finally {
    await sending.end();
  }
  return outcome;
}
