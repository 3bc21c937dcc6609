/** The past or planned outcome of an import, counted row by row. */
import { type ExpenseKind, expenseKinds, type SentExpense } from "@outlay/shared";
import type { BalanceGap } from "../rows/balance-check.ts";
import { type CategorySource } from "../categories/categorise.ts";
import { centsIn, type PlanRow } from "./plan.ts";

export interface LineAndReason {
  line: number;
  reason: string;
}

/** A sum of amounts in another currency. */
interface SumWithoutRate {
  cents: number;
  count: number;
  firstDay: string;
}

/** The rules by which amounts are added up. */
export interface RowMoney {
  /** The code under which a row is recorded; null for the home currency. */
  currencyOf: (row: ExpenseRow) => string | null;
  /** Converts an amount, in cents; undefined if there is no rate for its day. */
  toHome: (cents: number, code: string, day: string) => number | undefined;
}

const oneCurrency: RowMoney = { currencyOf: () => null, toHome: (cents) => cents };

/** A server's answer about the currencies of an import. */
interface SaidCurrencies {
  /** The currency that the batch keeps, which its file named. */
  named: string | null;
  /** The home currency; undefined with a server that doesn't know currencies. */
  home: string | null | undefined;
  /** Whether the import has set it. */
  isHomeSet: boolean;
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
  /** The currencies and sums of the server's answer; undefined for a plan that wasn't carried out. */
  currencies?: SaidCurrencies | undefined;
  /** The sum of the imported amounts: what was spent, less refunds, in the home currency. */
  totalCents: number;
  /** The number of imported records of each kind. */
  byKind: Record<ExpenseKind, number>;
  categorised: Record<CategorySource, number>;
  /** The file's words that stand for no category, with the number of imported rows. */
  unknownWords: Map<string, number>;
  /** The names of the categories that are made, by key. */
  newCategories: Map<string, string>;
  /** The imported amounts that no rate converts, by the codes of their currencies. */
  unconverted: Map<string, SumWithoutRate>;
  /** The words and signs by which the rows name currencies, of rows that are stored already, too. */
  namedCurrencies: Set<string>;
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
  unknownWords: new Map(),
  newCategories: new Map(),
  unconverted: new Map(),
  namedCurrencies: new Set(),
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

/** Adds an amount to what was spent. */
function addAmount(outcome: Outcome, row: ExpenseRow, money: RowMoney): void {
  const { amount, date } = row.expense;
  const sign = spentSigns[kindOf(row.expense)];
  if (sign === 0) return;
  const cents = centsIn(amount);
  const code = money.currencyOf(row);
  const home = code === null ? cents : money.toHome(cents, code, date);
  if (home !== undefined) {
    outcome.totalCents += sign * home;
    return;
  }
  if (code === null) return;
  const sum = outcome.unconverted.get(code) ?? { cents: 0, count: 0, firstDay: date };
  outcome.unconverted.set(code, {
    cents: sum.cents + sign * cents,
    count: sum.count + 1,
    firstDay: date < sum.firstDay ? date : sum.firstDay,
  });
}

/**
 * @param isNew whether the row adds an expense, rather than repeating a stored one
 * @param money the rules for currencies; by default, all amounts are taken for the same currency's
 */
export function countRow(
  outcome: Outcome,
  row: PlanRow,
  isNew: boolean,
  money: RowMoney = oneCurrency,
): void {
  outcome.read += 1;
  if (row.kind !== "expense") {
    outcome[row.kind].push({ line: row.line, reason: row.reason });
    return;
  }
  outcome.namedCurrencies.add(row.expense.currency ?? row.currency);
  if (!isNew) {
    outcome.duplicates += 1;
    return;
  }
  const { by, expense, unknown_word: unknownWord, new_category: newName } = row;
  outcome.imported += 1;
  outcome.byKind[kindOf(expense)] += 1;
  addAmount(outcome, row, money);
  outcome.categorised[by] += 1;
  if (unknownWord !== undefined) counted(outcome.unknownWords, unknownWord);
  if (newName !== undefined) outcome.newCategories.set(expense.category ?? "", newName);
  if (outcome.first.length >= maxFirst) return;
  const currency = money.currencyOf(row);
  outcome.first.push(currency === null ? expense : { ...expense, currency });
}

/** Whether a row is an expense that isn't stored under any of its external ids. */
export function isNewRow(row: PlanRow, isStored: (externalId: string) => boolean): boolean {
  if (row.kind !== "expense") return false;
  const { external_id, known_as = [] } = row.expense;
  return !isStored(external_id) && !known_as.some(isStored);
}
