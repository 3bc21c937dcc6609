/** Columns of amounts, and their names in messages. */
import { centsOf, type DecimalMark, readNumberCell } from "../../cells/number-cell.ts";
import { plain } from "../../cells/plain-text.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnRole } from "../words/column-names.ts";
import type { Column, Table } from "../table/table.ts";

/** A column for money out, and one for money in. */
export interface ColumnPair {
  kind: "two";
  out: Column;
  in: Column | undefined;
}

export type AmountColumns =
  /** A single column, whose signs or neighbouring words give the direction. */
  { kind: "one"; amount: Column } | ColumnPair;

/** The roles of columns whose numbers aren't the amount. */
export const notAmounts: readonly ColumnRole[] = [
  "otherAmount",
  "fee",
  "balance",
  "date",
  "valueDate",
  "id",
  "other",
];

/** Returns the signed cents in a cell; undefined if it is blank or no number. */
export function signedCents(cell: string, decimal: DecimalMark): number | undefined {
  const number = readNumberCell(cell);
  const cents = number && centsOf(number, decimal);
  if (!number || typeof cents !== "number") return undefined;
  return number.sign === "-" ? -cents : cents;
}

/** Returns a column's cells in the sample as cents. */
export const asNumbers = (table: Table, column: Column, decimal: DecimalMark) =>
  table.cellsOf(column).map((cell) => signedCents(cell, decimal));

/** Whether hardly any row of the sample has an amount in both columns. */
export function areApart(table: Table, one: Column, other: Column): boolean {
  const both = table.rows.filter(({ cells }) =>
    [one, other].every(({ index }) => /[1-9]/.test(plain(cells[index] ?? ""))),
  ).length;
  return both <= Math.max(1, table.rows.length / 10);
}

/** Names a column in messages: by its header, or by its number from 1. */
export const columnLabel = ({ name, index }: Column): string =>
  name === "" ? `column ${index + 1}` : `"${name}"`;

const maxShown = 6;

export const severalOf = (candidates: readonly Column[]) =>
  unsureOf(
    `Several columns hold amounts: ${candidates.slice(0, maxShown).map(columnLabel).join(", ")}${candidates.length > maxShown ? ", …" : ""}.`,
    "Name the one that counts: --map amount=COLUMN, or --map debit=COLUMN,credit=COLUMN.",
  );
