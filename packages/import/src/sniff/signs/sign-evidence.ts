/** Weighs everything in a file that suggests a sign for expenses. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { columnLabel, signedCents } from "../amounts/amount-cells.ts";
import { balanceSign, type TimeOrder } from "../balances/balance.ts";
import { balanceColumns, balancedRows } from "../balances/balance-columns.ts";
import { fromNames, isAccountList } from "./name-evidence.ts";
import { type RowContext, rowEvidence } from "./row-evidence.ts";
import { type Evidence, isClearMajority } from "./sign.ts";
import { rowsOf, type SignedRow } from "./signed-rows.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

/**
 * Whether a column may be a balance. A running total of spending, named as an amount or total, rises with
 * spending just as a balance rises with income.
 */
const mayBeBalance = (column: Column): boolean =>
  fits(column, "balance") > 0 || fits(column, "amount") === 0;

function fromBalances(
  table: Table,
  centsIn: (cells: readonly string[]) => number | undefined,
  { columns, decimal, timeOrder }: SignContext,
): Evidence[] {
  for (const balance of balanceColumns(columns).filter(mayBeBalance)) {
    const sign = balanceSign(balancedRows(table, centsIn, balance, decimal), timeOrder);
    if (sign) {
      const reason = `the balance in ${columnLabel(balance)} ${sign === 1 ? "rises" : "falls"} with positive amounts`;
      return [{ for: sign === 1 ? "negative" : "positive", weight: 4, reason }];
    }
  }
  return [];
}

function fromSigns({ stats }: Column): Evidence[] {
  const { negative, positive, plus } = stats;
  if (plus > 0 && negative === 0 && positive > plus) {
    return [
      { for: "positive", weight: 6, reason: "only some amounts have a plus, which marks money in" },
    ];
  }
  if (plus > 0 && plus === positive && negative === 0) {
    return [{ for: "negative", weight: 6, reason: "every amount has a plus" }];
  }
  if (plus > 0 && negative > 0) {
    return [{ for: "negative", weight: 6, reason: "money in has a plus, and money out a minus" }];
  }
  if (negative > 0 && positive === 0) {
    return [{ for: "negative", weight: 4, reason: "every amount is negative" }];
  }
  return fromMajority(negative, positive);
}

/**
 * In an account's list most rows are money out, and in a card's list most are purchases. A short card list may
 * have more refunds than purchases, so that only a large majority decides.
 */
function fromMajority(negative: number, positive: number): Evidence[] {
  if (negative >= 2 && negative >= 1.5 * positive) {
    const weight = isClearMajority(negative, positive) ? 3 : 1;
    return [{ for: "negative", weight, reason: "most amounts are negative" }];
  }
  if (negative > 0 && positive >= 1.5 * negative) {
    const isMany = positive >= 5 && positive >= 4 * negative;
    return [{ for: "positive", weight: isMany ? 2 : 1, reason: "most amounts are positive" }];
  }
  return [];
}

const muchLarger = 5;

const areManySmall = (many: readonly number[], few: readonly number[]): boolean =>
  few.length > 0 && many.length > few.length && Math.max(...few) >= muchLarger * Math.max(...many);

/**
 * Income arrives in large amounts and is spent in small ones; a card's bill is paid at once for many purchases.
 */
function fromSizes(rows: readonly SignedRow[]): Evidence[] {
  const sizes = (isNegative: boolean) =>
    rows.filter(({ cents }) => cents < 0 === isNegative).map(({ cents }) => Math.abs(cents));
  const [out, received] = [sizes(true), sizes(false)];
  const reason = "many small amounts have one sign, and a large one has the other";
  if (areManySmall(out, received)) return [{ for: "negative", weight: 1, reason }];
  return areManySmall(received, out) ? [{ for: "positive", weight: 1, reason }] : [];
}

export interface SignContext extends RowContext {
  columns: readonly Column[];
  /** Columns of text, including types and categories. */
  texts: readonly Column[];
  decimal: DecimalMark;
  timeOrder: TimeOrder;
}

/** Drops notes, which the user writes, so that they say nothing about the bank's signs. */
const withoutNotes = (texts: readonly Column[]): Column[] =>
  texts.filter((column) => !isNamed(column, "note"));

/** Returns all evidence for either sign. */
export function signEvidence(table: Table, amount: Column, context: SignContext): Evidence[] {
  const { columns, texts, decimal } = context;
  const centsIn = (cells: readonly string[]) => signedCents(cellOf(cells, amount), decimal);
  const rows = rowsOf(table, centsIn, withoutNotes(texts));
  const balances = fromBalances(table, centsIn, context);
  const said = rowEvidence(rows, context);
  // A debt rises with purchases just as a balance rises with income. Words against it count, except in an
  // account's list.
  const isMixed = amount.stats.negative > 0 && amount.stats.positive > 0;
  const isDoubted =
    isMixed && balances.some((balance) => said.some((one) => one.for !== balance.for));
  return [
    ...balances.map((balance) => ({
      ...balance,
      weight: isAccountList(columns) ? 8 : isDoubted ? 2 : balance.weight,
    })),
    ...fromSigns(amount),
    ...fromSizes(rows),
    ...said,
    ...fromNames(rows, amount, columns, balances.length > 0),
  ];
}
