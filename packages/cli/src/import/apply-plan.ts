/** Carries a plan out. */
import { addedFieldsOf } from "../api/earlier/ignored-fields.ts";
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
import { type PlanMoney, PlanWire } from "./plan-wire.ts";

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

/** Adds up the sums of all answers, which count for more than those that were expected. */
class Answered {
  #totalCents = 0n;
  #isKnown = false;
  #last: ImportAnswer | undefined;
  #isHomeSet = false;

  add(answer: ImportAnswer): void {
    this.#last = answer;
    this.#isHomeSet ||= answer.home_currency_set;
    if (answer.total === undefined) return;
    this.#isKnown = true;
    this.#totalCents += answer.total;
  }

  over(outcome: Outcome): Outcome {
    const { currency = null, home_currency: home } = this.#last ?? {};
    return {
      ...outcome,
      totalCents: this.#isKnown ? Number(this.#totalCents) : outcome.totalCents,
      currencies: { named: currency, home, isHomeSet: this.#isHomeSet },
    };
  }
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
  planMoney: PlanMoney;
}

/** The fields without which something else would be recorded than the row says. */
const essential: ReadonlySet<string> = new Set(["kind", "direction", "currency"]);

/** Counts a row by what the server did with it. */
function countAnswered(
  outcome: Outcome,
  row: ExpenseRow,
  { status, unknown_category: unknown }: Partial<ImportAnswer["results"][number]>,
  { money }: PlanMoney,
): void {
  // The server has another list of categories than the plan was made with.
  const isNews = unknown !== undefined && row.unknown_word === undefined;
  const told = isNews ? { ...row, unknown_word: unknown } : row;
  countRow(outcome, told, status === "created", money);
}

/** Returns a function that verifies one expense for each set of fields that servers of earlier versions don't know. */
function verifying(wire: PlanWire, verify: Applying["verify"]) {
  const verified = new Set<string>();
  return async (sent: readonly ExpenseRow["expense"][], answer: ImportAnswer) => {
    const { id: importId, results } = answer;
    for (const [index, expense] of sent.entries()) {
      const result = results[index];
      // The account and the note of a bank's row are welcome, but nothing is wrong without them.
      const isChecked = (name: string) => wire.isOwn || essential.has(name);
      const fields = addedFieldsOf(expense).filter(isChecked).join(" ");
      if (fields === "" || verified.has(fields) || result?.status !== "created") continue;
      verified.add(fields);
      await verify(expense, { id: result.id, importId });
    }
  };
}

/** @param plan a plan that has been checked @throws CliError */
export async function applyPlan(
  plan: PlanFile,
  head: PlanHead,
  { imports, onProgress, verify, planMoney }: Applying,
): Promise<Outcome> {
  const outcome = emptyOutcome();
  const wire = new PlanWire(head, planMoney);
  const answered = new Answered();
  const verifyNew = verifying(wire, verify);

  const send = async (rows: readonly ExpenseRow[]): Promise<void> => {
    const expenses = rows.map((row) => wire.expense(row));
    const { source, key } = head;
    const answer =
      outcome.importId === null
        ? await imports.create({ source, external_id: key, ...wire.file, expenses })
        : await imports.add(outcome.importId, expenses, wire.file);
    outcome.importId = answer.id;
    if (answer.results.length !== rows.length) throw disagrees();
    answered.add(answer);
    for (const [index, row] of rows.entries()) {
      countAnswered(outcome, row, answer.results[index] ?? {}, planMoney);
    }
    onProgress(outcome.imported + outcome.duplicates);
    await verifyNew(expenses, answer);
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
  return answered.over(outcome);
}
