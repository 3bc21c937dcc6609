/** Explains a row that has a day but nothing in its amount columns. */
import { readNumberLike } from "../cells/number-cell.ts";
import { isNothing } from "../cells/plain-text.ts";
import { columnLabel } from "../sniff/amounts/amount-cells.ts";
import type { ColumnRole } from "../sniff/words/column-names.ts";
import type { Layout } from "../sniff/layout.ts";
import { cellOf, type Column, fits, isNamed } from "../sniff/table/table.ts";
import { sumWordsOf, type Words } from "./doubts.ts";
import { quoted, Rejection } from "./rejection.ts";
import type { IgnoredReason } from "./row.ts";

const isOtherAmount = (column: Column): boolean =>
  fits(column, "amount") > 0 || fits(column, "otherAmount") > 0;

const noMoney: readonly ColumnRole[] = ["id", "account", "other", "currency", "date", "valueDate"];

/** Whether a column of numbers may be money, whatever its name. */
const mayBeMoney = (column: Column): boolean =>
  column.stats.isNumbers &&
  !column.stats.isDates &&
  !isOtherAmount(column) &&
  fits(column, "balance") === 0 &&
  !noMoney.some((role) => isNamed(column, role));

const isMoney = (cell: string): boolean =>
  /[1-9]/.test(readNumberLike(cell)?.digits ?? "") && !isNothing(cell);

/** @param said the words in the row @throws Rejection if the row may be a booking */
export function unbookedReason(
  cells: readonly string[],
  { balances, columns, date }: Layout,
  said: Words,
): IgnoredReason {
  const others = columns.filter((column) => column !== date && !balances.includes(column));
  const elsewhere = others.find((column) => mayBeMoney(column) && isMoney(cellOf(cells, column)));
  const words = sumWordsOf(said);
  if (words !== undefined && words !== "nothing") return "total";
  if (elsewhere) {
    const cell = quoted(cellOf(cells, elsewhere));
    throw new Rejection(`no amount, but ${cell} in ${columnLabel(elsewhere)}`);
  }
  const numbers = others
    .filter(isOtherAmount)
    .flatMap((column) => readNumberLike(cellOf(cells, column)) ?? []);
  if (numbers.length > 0) {
    return numbers.some(({ digits }) => /[1-9]/.test(digits)) ? "unbooked" : "zero";
  }
  if (balances.some((column) => cellOf(cells, column) !== "")) return "total";
  throw new Rejection("no amount");
}
