/** What each row of a file says, once it is known how the file is to be read. */
import type { CalendarDate } from "@outlay/shared";
import { dayOf, readDateCell } from "../cells/date-cell.ts";
import { readNumberCell } from "../cells/number-cell.ts";
import type { CsvRecord } from "../read/records.ts";
import {
  isConversion,
  isNothingButTotal,
  isSettlement,
  isTotal,
} from "../sniff/cell-words.ts";
import type { Layout } from "../sniff/layout.ts";
import { type Status, statusIn } from "../sniff/statuses.ts";
import { cellOf, type Column, fits } from "../sniff/table.ts";
import { flowOf, readAmount } from "./flow.ts";
import { quoted, Rejection } from "./rejection.ts";
import type { Booking, IgnoredReason, Row } from "./row.ts";
import { saidOf, wordsIn } from "./said.ts";

type Cells = readonly string[];

/** Divided by a delimiter in its text, the last column goes over the end of the header. */
function withoutOverflow(cells: Cells, { headerWidth, described, delimiter }: Layout): Cells {
  const last = headerWidth - 1;
  if (last < 0 || cells.slice(headerWidth).every((cell) => cell.trim() === "")) return cells;
  if (!described.some(({ index }) => index === last)) return cells;
  return [...cells.slice(0, last), cells.slice(last).join(`${delimiter} `)];
}

function statusOf(cells: Cells, { statuses, date }: Layout): Status | undefined {
  const said = statuses.map((one) => one.statusOf(cellOf(cells, one.column)));
  return said.find((status) => status !== undefined) ?? statusIn(cellOf(cells, date));
}

const hasTotal = (cells: Cells): boolean =>
  cells.some((cell) => cell.trim() !== "" && isTotal(cell));

function amountColumns({ amounts }: Layout): Column[] {
  if (amounts.kind !== "two") return [amounts.amount];
  return amounts.in ? [amounts.out, amounts.in] : [amounts.out];
}

/** A row that has no day: words that go on, a total, or a booking that can't be read. */
function readUndated(line: number, cells: Cells, layout: Layout): Row {
  const amounts = amountColumns(layout).map((column) => cellOf(cells, column));
  const hasNumber = amounts.some((cell) => readNumberCell(cell) !== undefined);
  const dated = cellOf(cells, layout.date);
  if (hasTotal(cells)) return { kind: "ignored", line, reason: "total" };
  if (dated === "" && !hasNumber) {
    return { kind: "continued", line, text: saidOf(cells, layout).text };
  }
  if (amounts.every((cell) => cell === "")) return { kind: "ignored", line, reason: "words" };
  throw new Rejection(dated === "" ? "no date" : `date ${quoted(dated)} is none`);
}

const isAmountLike = (column: Column): boolean =>
  fits(column, "amount") > 0 || fits(column, "otherAmount") > 0;

/** Why a dated row is there that says nothing in the columns of amounts. @throws Rejection */
function withoutAmount(cells: Cells, { balances, columns, date }: Layout): IgnoredReason {
  const numbers = columns
    .filter((column) => column !== date && !balances.includes(column) && isAmountLike(column))
    .flatMap((column) => readNumberCell(cellOf(cells, column)) ?? []);
  if (hasTotal(cells)) return "total";
  if (numbers.length > 0) {
    return numbers.some(({ digits }) => /[1-9]/.test(digits)) ? "unbooked" : "zero";
  }
  if (balances.some((column) => cellOf(cells, column) !== "")) return "total";
  throw new Rejection("no amount");
}

function dayIn(dated: string, { dateFormat }: Layout): CalendarDate {
  const { order, months } = dateFormat;
  const read = readDateCell(dated);
  const day = read?.orders.includes(order) ? dayOf(read, order, months) : undefined;
  if (day === undefined) throw new Rejection(`date ${quoted(dated)} is no day of the calendar`);
  return day;
}

/** Money that goes out and is no expense all the same. */
function isNeutral(cells: Cells, { types, described, category, isShared }: Layout): boolean {
  const words = [...types, ...described].map((column) => cellOf(cells, column));
  if (words.some(isConversion)) return true;
  return isShared && [...words, cellOf(cells, category)].some(isSettlement);
}

/** Reads rows one after the other, in the way that a layout says. */
export class RowReader {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Nothing for a row of blanks. */
  read(record: CsvRecord): Row | undefined {
    const { line } = record;
    const cells = withoutOverflow(record.cells, this.#layout);
    if (cells.every((cell) => cell.trim() === "")) return undefined;
    try {
      return this.#read(line, cells);
    } catch (error) {
      if (error instanceof Rejection) return { kind: "rejected", line, reason: error.message };
      throw error;
    }
  }

  #read(line: number, cells: Cells): Row {
    const layout = this.#layout;
    const ignored = (reason: IgnoredReason): Row => ({ kind: "ignored", line, reason });
    const status = statusOf(cells, layout);
    if (status) return ignored(status);
    const dated = cellOf(cells, layout.date);
    if (!readDateCell(dated)) return readUndated(line, cells, layout);
    if (amountColumns(layout).every((column) => cellOf(cells, column) === "")) {
      return ignored(withoutAmount(cells, layout));
    }
    const day = dayIn(dated, layout);
    const { cents, direction } = flowOf(cells, layout.amounts, layout.decimal);
    if (layout.described.some((column) => isNothingButTotal(cellOf(cells, column)))) {
      return ignored("total");
    }
    if (cents === 0) return ignored("zero");
    if (direction === "in") return ignored("income");
    if (direction === "neutral" || isNeutral(cells, layout)) return ignored("neutral");
    return { kind: "expense", booking: this.#booking(line, cells, day, cents) };
  }

  #booking(line: number, cells: Cells, day: CalendarDate, amountCents: number): Booking {
    const layout = this.#layout;
    return {
      line,
      day,
      amountCents,
      ...saidOf(cells, layout),
      category: wordsIn(cells, layout.category),
      bankId: wordsIn(cells, layout.id),
      currency: wordsIn(cells, layout.currency).toUpperCase(),
      account: wordsIn(cells, layout.account),
      feeCents: readAmount(cellOf(cells, layout.fee), layout.decimal)?.cents ?? 0,
    };
  }
}
