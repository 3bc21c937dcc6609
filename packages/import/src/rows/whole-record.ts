/** Records whose cells don't stand where they belong, since a delimiter or a quote in a text has moved them. */
import { readDateCell } from "../cells/date-cell.ts";
import { readNumberCell } from "../cells/number-cell.ts";
import type { Layout } from "../sniff/layout.ts";
import { amountColumns } from "./flow.ts";
import { Rejection } from "./rejection.ts";

type Cells = readonly string[];

const isBlank = (cell: string): boolean => cell.trim() === "";

const isWithDecimals = (cell: string): boolean =>
  (readNumberCell(cell.trim())?.decimal ?? "none") !== "none";

const moved = () =>
  new Rejection("more cells than the header has: is an amount or a text divided by a comma?");

/**
 * Divided by a delimiter in its text, the last column goes over the end of the header.
 * @param headerWidth how many names stand above the row; 0 where there are none
 * @throws Rejection where something else does
 */
export function withoutOverflow(cells: Cells, layout: Layout, headerWidth: number): Cells {
  const { described, delimiter, usualWidth } = layout;
  const width = headerWidth || usualWidth;
  if (cells.length <= width) return cells;
  if (cells.slice(width).every(isBlank)) {
    // Many files end each row with a delimiter. Where others don't, all behind some text has moved on by a cell.
    if (cells.length <= usualWidth) return cells;
    throw moved();
  }
  const last = width - 1;
  const divided = amountColumns(layout).some(({ index }) =>
    /^\d{1,3}$/.test(cells[index + 1] ?? ""),
  );
  const isText = described.some(({ index }) => index === last);
  const hasAmount = cells.slice(last).some(isWithDecimals);
  if (!isText || hasAmount || (delimiter === "," && divided)) throw moved();
  return [...cells.slice(0, last), cells.slice(last).join(`${delimiter} `)];
}

/** A quote that is never closed takes the rows behind it in, up to the next one. @throws Rejection */
export function refuseSwallowed(cells: Cells, { delimiter, columns }: Layout): void {
  if (!cells.some((cell) => cell.includes("\n"))) return;
  const lines = cells.flatMap((cell) => cell.split("\n").slice(1));
  const isRow = (line: string) => {
    const parts = line.split(delimiter);
    const [first = ""] = parts;
    if (parts.length > 1 && readDateCell(first)) return true;
    return parts.length >= columns.length - 1 && parts.some((part) => readDateCell(part));
  };
  if (lines.some(isRow)) throw new Rejection("a quote in it takes in the rows that follow");
}
