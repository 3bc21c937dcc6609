/** Finds the amount columns that a balance proves. Proof outweighs any name. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { type AmountColumns, areApart, signedCents } from "./amount-cells.ts";
import { proofOf, shareBySize } from "../balances/balance.ts";
import { balancedRows } from "../balances/balance-columns.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { cellOf, type Column, isNamed, type Table } from "../table/table.ts";

type CentsIn = (cells: readonly string[]) => number | undefined;

// A limit, since every column is compared with every other.
const maxColumns = 10;
// Proof that contradicts the names has to hold for nearly all rows.
const certainShare = 0.9;

const neverMoney: readonly ColumnRole[] = ["id", "account", "date", "valueDate", "currency"];

function moneyColumns(columns: readonly Column[]): Column[] {
  const numeric = columns.filter(
    (column) =>
      column.stats.isNumbers &&
      !column.stats.isDates &&
      !neverMoney.some((role) => isNamed(column, role)),
  );
  return numeric.length > maxColumns ? [] : numeric;
}

interface Columns {
  table: Table;
  numeric: readonly Column[];
  decimal: DecimalMark;
}

/** Scores from 0 to 1 how well a column's numbers are balances that move with the amounts. */
function shareOf({ table, decimal }: Columns, amounts: CentsIn, balance: Column): number {
  const rows = balancedRows(table, amounts, balance, decimal);
  return Math.max(proofOf(rows, "unknown")?.share ?? 0, shareBySize(rows, "unknown"));
}

/** Whether one column is a running total of another. */
export function isRunningTotal(
  table: Table,
  total: Column,
  amount: Column,
  decimal: DecimalMark,
): boolean {
  const cents: CentsIn = (cells) => signedCents(cellOf(cells, amount), decimal);
  return shareOf({ table, numeric: [], decimal }, cents, total) >= certainShare;
}

const centsOf =
  (found: AmountColumns, decimal: DecimalMark): CentsIn =>
  (cells) => {
    const cents = (column: Column | undefined) => signedCents(cellOf(cells, column), decimal);
    if (found.kind === "one") return cents(found.amount);
    const [out, received] = [cents(found.out), cents(found.in)];
    if (out === undefined && received === undefined) return undefined;
    return Math.abs(received ?? 0) - Math.abs(out ?? 0);
  };

const usedBy = (found: AmountColumns): (Column | undefined)[] =>
  found.kind === "one" ? [found.amount] : [found.out, found.in];

function isProved(columns: Columns, found: AmountColumns): boolean {
  const amounts = centsOf(found, columns.decimal);
  const used = usedBy(found);
  return columns.numeric.some(
    (balance) => !used.includes(balance) && shareOf(columns, amounts, balance) > 0.7,
  );
}

/** Finds two columns of which each row fills one, such that the balance follows them. */
function pairFor(columns: Columns, balance: Column): AmountColumns | undefined {
  const { table, numeric, decimal } = columns;
  const others = numeric.filter((column) => column !== balance && column.stats.filled > 0);
  for (const out of others) {
    for (const received of others) {
      if (out === received || !areApart(table, out, received)) continue;
      const pair = { kind: "two", out, in: received } as const;
      const rows = balancedRows(table, centsOf(pair, decimal), balance, decimal);
      const proof = proofOf(rows, "unknown");
      if (proof?.sign === 1 && proof.share >= certainShare) return pair;
    }
  }
  return undefined;
}

/** Returns the amounts of which the chosen column is a running total; undefined if it isn't one. */
function movesBehind(columns: Columns, chosen: Column): AmountColumns | undefined {
  const amount = columns.numeric.find(
    (column) => column !== chosen && isRunningTotal(columns.table, chosen, column, columns.decimal),
  );
  return amount ? { kind: "one", amount } : pairFor(columns, chosen);
}

/** Returns amounts that a balance follows although their name fits less well than that of the chosen column. */
function followedElsewhere(columns: Columns, chosen: Column): AmountColumns | undefined {
  const amounts = columns.numeric.filter(
    (column) =>
      column !== chosen &&
      !isNamed(column, "balance") &&
      !isNamed(column, "fee") &&
      !isNamed(column, "otherAmount"),
  );
  const amount = amounts.find((column) =>
    columns.numeric.some(
      (balance) =>
        balance !== column &&
        balance !== chosen &&
        isNamed(balance, "balance") &&
        isRunningTotal(columns.table, balance, column, columns.decimal),
    ),
  );
  return amount && { kind: "one", amount };
}

/**
 * Returns the columns that arithmetic proves to hold the amounts; the columns chosen by name if it proves no
 * others.
 * @param columns all columns of the file
 */
export function provedAmounts(
  table: Table,
  columns: readonly Column[],
  found: AmountColumns,
  decimal: DecimalMark,
): AmountColumns {
  const all: Columns = { table, numeric: moneyColumns(columns), decimal };
  if (isProved(all, found)) return found;
  const chosen = found.kind === "one" ? found.amount : undefined;
  if (!chosen) return found;
  return movesBehind(all, chosen) ?? followedElsewhere(all, chosen) ?? found;
}
