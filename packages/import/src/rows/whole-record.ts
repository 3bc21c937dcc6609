/** Handles records whose cells are shifted, because a text contains a delimiter or a quote. */
import { readDateCell } from "../cells/date-cell.ts";
import { readNumberLike } from "../cells/number-cell.ts";
import type { Layout } from "../sniff/layout.ts";
import { amountColumns } from "./flow.ts";
import { Rejection } from "./rejection.ts";

type Cells = readonly string[];

const isBlank = (cell: string): boolean => cell.trim() === "";

const isWithDecimals = (cell: string): boolean =>
  (readNumberLike(cell.trim())?.decimal ?? "none") !== "none";

const overflowing = () =>
  new Rejection(
    "it has more cells than the header: a delimiter may have split an amount or a text",
  );

/**
 * Rejoins a last column that runs past the header because its text contains delimiters.
 * @param headerWidth the number of columns in the header above the row; 0 if there is none
 * @throws Rejection if another column caused the shift
 */
export function withoutOverflow(cells: Cells, layout: Layout, headerWidth: number): Cells {
  const { described, delimiter, usualWidth } = layout;
  const width = headerWidth || usualWidth;
  if (cells.length <= width) return cells;
  if (cells.slice(width).every(isBlank)) {
    // Many files end each row with a delimiter. If the other rows don't, the cells after some text have shifted
    // by one.
    if (cells.length <= usualWidth) return cells;
    throw overflowing();
  }
  const last = width - 1;
  const divided = amountColumns(layout).some(({ index }) =>
    /^\d{1,3}$/.test(cells[index + 1] ?? ""),
  );
  const isText = described.some(({ index }) => index === last);
  const hasAmount = cells.slice(last).some(isWithDecimals);
  if (!isText || hasAmount || (delimiter === "," && divided)) throw overflowing();
  return [...cells.slice(0, last), cells.slice(last).join(`${delimiter} `)];
}

/**
 * Refuses a record that an unclosed quote has made to swallow the rows up to the next quote.
 * @throws Rejection
 */
export function refuseSwallowed(cells: Cells, { delimiter, columns }: Layout): void {
  if (!cells.some((cell) => cell.includes("\n"))) return;
  const lines = cells.flatMap((cell) => cell.split("\n").slice(1));
  const isRow = (line: string) => {
    const parts = line.split(delimiter);
    const [first = ""] = parts;
    if (parts.length > 1 && readDateCell(first)) return true;
    return parts.length >= columns.length - 1 && parts.some((part) => readDateCell(part));
  };
  if (lines.some(isRow)) throw new Rejection("an unclosed quote in it takes in the following rows");
}
