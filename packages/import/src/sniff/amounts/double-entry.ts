/** Recognises exports of double-entry books, in which each booking has several rows that sum to zero. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { bareWords } from "../../cells/plain-text.ts";
import { unsureOf } from "../../refusal.ts";
import { type AmountColumns, signedCents } from "./amount-cells.ts";
import { cellOf, type Column, isNamed, type Table } from "../table/table.ts";

type Cells = readonly string[];

/** Returns the cents that a row moves, as its columns write them. */
function centsIn(cells: Cells, found: AmountColumns, decimal: DecimalMark): number | undefined {
  const cents = (column: Column | undefined) => signedCents(cellOf(cells, column), decimal);
  if (found.kind === "one") return cents(found.amount);
  const [out, received] = [cents(found.out), cents(found.in)];
  return out === undefined && received === undefined ? undefined : (received ?? 0) - (out ?? 0);
}

/** Groups adjacent rows with the same day. */
function byDay({ rows }: Table, date: Column): Cells[][] {
  const groups: Cells[][] = [];
  let last: string | undefined;
  for (const { cells } of rows) {
    const day = cellOf(cells, date);
    if (day === last) groups.at(-1)?.push(cells);
    else groups.push([cells]);
    last = day;
  }
  return groups;
}

const accountPath = /^[\p{L}][\p{L} &.-]*(?::[\p{L}\d][\p{L}\d &.-]*)+$/u;

const isAccounts = (column: Column): boolean =>
  isNamed(column, "account") ||
  [...(column.stats.distinct?.keys() ?? [""])].every((cell) => accountPath.test(cell)) ||
  /\b(?:accounts?|konto\w*|comptes?|cuentas?|conti?|contas?|rekening|rachunek|ucet|hesap)\b|сч[её]т|科目/.test(
    bareWords(column.name),
  );

const differIn = (groups: readonly Cells[][], column: Column): boolean =>
  groups.every((rows) => new Set(rows.map((cells) => cellOf(cells, column))).size > 1);

/** @param columns all columns of the file @throws ImportRefusal unsure */
export function refuseDoubleEntry(
  table: Table,
  columns: readonly Column[],
  date: Column,
  found: AmountColumns,
  decimal: DecimalMark,
): void {
  const groups = byDay(table, date);
  const isEven = (rows: readonly Cells[]) => {
    const cents = rows.map((cells) => centsIn(cells, found, decimal) ?? 0);
    return rows.length > 1 && cents.some((one) => one !== 0) && cents.reduce((a, b) => a + b) === 0;
  };
  if (groups.length === 0 || !groups.every(isEven)) return;
  if (!columns.some((column) => isAccounts(column) && differIn(groups, column))) return;
  throw unsureOf(
    "The rows of each day sum to zero: this is a double-entry ledger, in which each booking occurs more than once.",
    "Export only the postings of its expense accounts, as hledger register expenses -O csv does, and import them with --sign expense-positive",
  );
}
