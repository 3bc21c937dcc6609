/** Columns of amounts, and how they are talked of. */
import { centsOf, type DecimalMark, readNumberCell } from "../../cells/number-cell.ts";
import { plain } from "../../cells/plain-text.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnRole } from "../words/column-names.ts";
import type { Column, Table } from "../table/table.ts";

/** A column for what went out, and one for what came in. */
export interface ColumnPair {
  kind: "two";
  out: Column;
  in: Column | undefined;
}

export type AmountColumns =
  /** One column; its signs say which way the money went, or words beside it do. */
  { kind: "one"; amount: Column } | ColumnPair;

/** What numbers may be that are no amounts. */
export const notAmounts: readonly ColumnRole[] = [
  "otherAmount",
  "fee",
  "balance",
  "date",
  "valueDate",
  "id",
  "other",
];

/** The cents in a cell, with the sign that it has there; undefined if it is blank or no number. */
export function signedCents(cell: string, decimal: DecimalMark): number | undefined {
  const number = readNumberCell(cell);
  const cents = number && centsOf(number, decimal);
  if (!number || typeof cents !== "number") return undefined;
  return number.sign === "-" ? -cents : cents;
}

/** What a column's cells in the sample are, in cents. */
export const asNumbers = (table: Table, column: Column, decimal: DecimalMark) =>
  table.cellsOf(column).map((cell) => signedCents(cell, decimal));

/** In how many rows of the sample exactly one of the two, or neither, has an amount. */
export function areApart(table: Table, one: Column, other: Column): boolean {
  const both = table.rows.filter(({ cells }) =>
    [one, other].every(({ index }) => /[1-9]/.test(plain(cells[index] ?? ""))),
  ).length;
  return both <= Math.max(1, table.rows.length / 10);
}

/** How people name a column: by what its header says, or by its number from 1. */
export const columnLabel = ({ name, index }: Column): string =>
  name === "" ? `column ${index + 1}` : `"${name}"`;

const maxShown = 6;

export const severalOf = (candidates: readonly Column[]) =>
  unsureOf(
    `Several columns hold amounts: ${candidates.slice(0, maxShown).map(columnLabel).join(", ")}${candidates.length > maxShown ? ", …" : ""}.`,
    "Name the one that counts: --map amount=COLUMN, or --map debit=COLUMN,credit=COLUMN.",
  );
