/** Carries a plan out. */
import type { Expense } from "@outlay/shared";
import type { ImportsApi } from "../../api/imports-api.ts";
import { CliError } from "../../errors/cli-error.ts";
import { type CategorySource } from "./categorise.ts";
import type { PlanHead, PlannedExpense } from "./plan.ts";
import { centsIn, readPlanRows } from "./plan-file.ts";

/** A call stores them all or none; small ones keep the memory of both sides small. */
const expensesInCall = 2500;

export interface LineAndReason {
  line: number;
  reason: string;
}

/** What an import did, or is going to do. */
export interface Outcome {
  importId: number | null;
  read: number;
  imported: number;
  duplicates: number;
  ignored: LineAndReason[];
  rejected: LineAndReason[];
  /** The sum of what was imported. */
  totalCents: number;
  categorised: Record<CategorySource, number>;
  /** What was imported, by currency, where the file names them. */
  centsByCurrency: Map<string, number>;
  /** The first of those imported. */
  first: PlannedExpense[];
}

const emptyOutcome = (): Outcome => ({
  importId: null,
  read: 0,
  imported: 0,
  duplicates: 0,
  ignored: [],
  rejected: [],
  totalCents: 0,
  categorised: { rules: 0, history: 0, file: 0, option: 0, default: 0 },
  centsByCurrency: new Map(),
  first: [],
});

interface Planned {
  by: CategorySource;
  currency: string;
  expense: PlannedExpense;
}

const maxFirst = 10;

function count(outcome: Outcome, { by, currency, expense }: Planned, isNew: boolean): void {
  if (!isNew) {
    outcome.duplicates += 1;
    return;
  }
  const cents = centsIn(expense.amount);
  outcome.imported += 1;
  outcome.totalCents += cents;
  outcome.categorised[by] += 1;
  const sum = outcome.centsByCurrency.get(currency) ?? 0;
  outcome.centsByCurrency.set(currency, sum + cents);
  if (outcome.first.length < maxFirst) outcome.first.push(expense);
}

/** Goes through a plan, and hands over its expenses some thousand at a time. */
async function walk(
  path: string,
  send: (outcome: Outcome, expenses: readonly Planned[]) => Promise<void>,
): Promise<Outcome> {
  const outcome = emptyOutcome();
  let waiting: Planned[] = [];
  for await (const row of readPlanRows(path)) {
    outcome.read += 1;
    if (row.kind === "expense") {
      waiting.push(row);
      if (waiting.length >= expensesInCall) {
        await send(outcome, waiting);
        waiting = [];
      }
    } else outcome[row.kind].push({ line: row.line, reason: row.reason });
  }
  if (waiting.length > 0) await send(outcome, waiting);
  return outcome;
}

/** What carrying a plan out is going to do, for what is known to be stored. */
export const previewPlan = (
  path: string,
  isStored: (externalId: string) => boolean,
): Promise<Outcome> =>
  walk(path, async (outcome, expenses) => {
    for (const planned of expenses) count(outcome, planned, !isStored(planned.expense.external_id));
  });

function disagrees(): CliError {
  return new CliError(
    "unexpected_answer",
    "The server answered for other expenses than were sent.",
    {
      hint: "Import again: what is stored already isn't stored twice.",
    },
  );
}

/** @throws CliError */
export async function applyPlan(
  path: string,
  head: PlanHead,
  imports: ImportsApi,
  onProgress: (expenses: number) => void,
): Promise<Outcome> {
  let importId: number | null = null;
  const outcome = await walk(path, async (soFar, planned) => {
    const expenses = planned.map(({ expense }) => expense);
    const answer =
      importId === null
        ? await imports.create({ source: head.source, external_id: head.key, expenses })
        : await imports.add(importId, expenses);
    importId = answer.id;
    if (answer.results.length !== planned.length) throw disagrees();
    answer.results.forEach(({ status }, index) => {
      const one = planned[index];
      if (one) count(soFar, one, status === "created");
    });
    onProgress(soFar.imported + soFar.duplicates);
  });
  return { ...outcome, importId };
}

/** The external ids of what the user has, in the trash or not. */
export const storedIds = (...lists: (readonly Expense[])[]): ReadonlySet<string> =>
  new Set(lists.flat().flatMap(({ external_id }) => external_id ?? []));
