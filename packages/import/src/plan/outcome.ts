/** The past or planned outcome of an import, counted row by row. */
import { type ExpenseKind, expenseKinds, type SentExpense } from "@outlay/shared";
import type { BalanceGap } from "../rows/balance-check.ts";
import { type CategorySource } from "../categories/categorise.ts";
import { centsIn, type PlanRow } from "./plan.ts";

export interface LineAndReason {
  line: number;
  reason: string;
}

export interface Outcome {
  importId: number | null;
  read: number;
  imported: number;
  duplicates: number;
  ignored: LineAndReason[];
  rejected: LineAndReason[];
  /** The places at which the file's balance doesn't follow from its rows. */
  balanceGaps: readonly BalanceGap[];
  /** What was spent: the imported expenses less the refunds. */
  totalCents: number;
  /** The number of imported records of each kind. */
  byKind: Record<ExpenseKind, number>;
  categorised: Record<CategorySource, number>;
  /** The sums of the imported amounts by currency, if the file names currencies. */
  centsByCurrency: Map<string, number>;
  /** The file's words that stand for no category, with the number of imported rows. */
  unknownWords: Map<string, number>;
  /** The names of the categories that are made, by key. */
  newCategories: Map<string, string>;
  /** The first imported expenses. */
  first: SentExpense[];
}

export type ExpenseRow = Extract<PlanRow, { kind: "expense" }>;

export const emptyOutcome = (): Outcome => ({
  importId: null,
  read: 0,
  imported: 0,
  duplicates: 0,
  ignored: [],
  rejected: [],
  balanceGaps: [],
  totalCents: 0,
  byKind: { EXPENSE: 0, REFUND: 0, INCOME: 0, TRANSFER: 0 },
  categorised: { rules: 0, history: 0, file: 0, option: 0, default: 0 },
  centsByCurrency: new Map(),
  unknownWords: new Map(),
  newCategories: new Map(),
  first: [],
});

const counted = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const maxFirst = 10;

/** The signs with which amounts count as spent. */
const spentSigns: Record<ExpenseKind, number> = { EXPENSE: 1, REFUND: -1, INCOME: 0, TRANSFER: 0 };

const kindOf = ({ kind }: SentExpense): ExpenseKind =>
  expenseKinds.find((known) => known === kind) ?? "EXPENSE";

/** @param isNew whether the row adds an expense, rather than repeating a stored one */
export function countRow(outcome: Outcome, row: PlanRow, isNew: boolean): void {
  outcome.read += 1;
  if (row.kind !== "expense") {
    outcome[row.kind].push({ line: row.line, reason: row.reason });
    return;
  }
  if (!isNew) {
    outcome.duplicates += 1;
    return;
  }
  const { by, currency, expense, unknown_word: unknownWord, new_category: newName } = row;
  const cents = centsIn(expense.amount);
  const kind = kindOf(expense);
  outcome.imported += 1;
  outcome.byKind[kind] += 1;
  outcome.totalCents += spentSigns[kind] * cents;
  outcome.categorised[by] += 1;
  if (unknownWord !== undefined) counted(outcome.unknownWords, unknownWord);
  if (newName !== undefined) outcome.newCategories.set(expense.category ?? "", newName);
  const sum = outcome.centsByCurrency.get(currency) ?? 0;
  outcome.centsByCurrency.set(currency, sum + cents);
  if (outcome.first.length < maxFirst) outcome.first.push(expense);
}

/** Whether a row is an expense that isn't stored under any of its external ids. */
export function isNewRow(row: PlanRow, isStored: (externalId: string) => boolean): boolean {
  if (row.kind !== "expense") return false;
  const { external_id, known_as = [] } = row.expense;
  return !isStored(external_id) && !known_as.some(isStored);
}
