/** Carries a plan out. */
import { addedFieldsOf } from "../api/ignored-fields.ts";
import type { ImportsApi } from "../api/imports-api.ts";
import type { ImportAnswer } from "../api/received/records.ts";
import { OneAtATime } from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";
import {
  countRow,
  emptyOutcome,
  type ExpenseRow,
  type Outcome,
  type PlanFile,
  type PlanHead,
} from "@outlay/import";

/** Each call stores all its expenses or none. Small calls keep the memory of client and server small. */
const expensesInCall = 5000;

function disagrees(): CliError {
  return new CliError(
    "unexpected_answer",
    "The server's answer doesn't match the expenses that were sent.",
    {
      hint: "Import again: expenses that are already stored won't be stored twice.",
    },
  );
}

interface Applying {
  imports: ImportsApi;
  /** Told how many expenses are stored. */
  onProgress: (expenses: number) => void;
  /**
   * Checks that the server has stored all fields of an expense.
   * @throws CliError
   */
  verify: (sent: ExpenseRow["expense"], stored: { id: number; importId: number }) => Promise<void>;
}

/** @param plan a plan that has been checked @throws CliError */
export async function applyPlan(
  plan: PlanFile,
  head: PlanHead,
  { imports, onProgress, verify }: Applying,
): Promise<Outcome> {
  const outcome = emptyOutcome();
  const verified = new Set<string>();

  /** Verifies one expense for each set of fields that servers of earlier versions don't know. */
  const verifyNew = async (
    sent: readonly ExpenseRow[],
    { id: importId, results }: ImportAnswer,
  ) => {
    for (const [index, { expense }] of sent.entries()) {
      const result = results[index];
      const fields = addedFieldsOf(expense).join(" ");
      if (fields === "" || verified.has(fields) || result?.status !== "created") continue;
      verified.add(fields);
      await verify(expense, { id: result.id, importId });
    }
  };

  const send = async (sent: readonly ExpenseRow[]): Promise<void> => {
    const expenses = sent.map(({ expense }) => expense);
    const answer =
      outcome.importId === null
        ? await imports.create({ source: head.source, external_id: head.key, expenses })
        : await imports.add(outcome.importId, expenses);
    outcome.importId = answer.id;
    if (answer.results.length !== sent.length) throw disagrees();
    for (const [index, row] of sent.entries()) {
      const { status, unknown_category: unknown } = answer.results[index] ?? {};
      // The server has another list of categories than the plan was made with.
      const isNews = unknown !== undefined && row.unknown_word === undefined;
      countRow(outcome, isNews ? { ...row, unknown_word: unknown } : row, status === "created");
    }
    onProgress(outcome.imported + outcome.duplicates);
    await verifyNew(sent, answer);
  };

  let waiting: ExpenseRow[] = [];
  const sending = new OneAtATime();
  try {
    for await (const rows of plan.rows()) {
      for (const row of rows) {
        if (row.kind === "expense") waiting.push(row);
        else countRow(outcome, row, false);
        if (waiting.length < expensesInCall) continue;
        const full = waiting;
        waiting = [];
        await sending.start(() => send(full));
      }
    }
    if (waiting.length > 0) await sending.start(() => send(waiting));
  } finally {
    await sending.end();
  }
  return outcome;
}
