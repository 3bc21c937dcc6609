/** What each row of a file says, once it is known how the file is to be read. */
import { type CalendarDate, centsToText, maxAmountCents } from "@outlay/shared";
import { type DateCell, dayOf, readDateCell } from "../cells/date-cell.ts";
import { centsOf, readNumberCell } from "../cells/number-cell.ts";
import type { CsvRecord } from "../read/csv-record.ts";
import {
  isCarriedBalance,
  isConversion,
  isNothingButTotal,
  isSettlement,
  isTotal,
  mayBeSum,
} from "../sniff/cell-words.ts";
import type { Layout } from "../sniff/layout.ts";
import { type Status, type StatusColumn, statusIn } from "../sniff/statuses.ts";
import { cellOf, type Column, datedCell, fits } from "../sniff/table.ts";
import { type Flow, flowOf, readAmount } from "./flow.ts";
import type { MovedRecord } from "./moves.ts";
import { quoted, Rejection } from "./rejection.ts";
import type { Booking, IgnoredReason, Row } from "./row.ts";
import { saidOf, wordsIn } from "./said.ts";
import { Sections } from "./sections.ts";
import { Sums } from "./sums.ts";

type Cells = readonly string[];

function amountColumns({ amounts }: Layout): Column[] {
  if (amounts.kind !== "two") return [amounts.amount];
  return amounts.in ? [amounts.out, amounts.in] : [amounts.out];
}

/**
 * Divided by a delimiter in its text, the last column goes over the end of the header.
 * @throws Rejection where something else does
 */
function withoutOverflow(cells: Cells, layout: Layout): Cells {
  const { header, described, delimiter } = layout;
  const headerWidth = header?.length ?? 0;
  const last = headerWidth - 1;
  if (last < 0 || cells.length <= headerWidth) return cells;
  if (cells.slice(headerWidth).every((cell) => cell.trim() === "")) return cells;
  const divided = amountColumns(layout).some(({ index }) =>
    /^\d{1,3}$/.test(cells[index + 1] ?? ""),
  );
  const isText = described.some(({ index }) => index === last);
  if (!isText || (delimiter === "," && divided)) {
    throw new Rejection(
      "more cells than the header has: is an amount or a text divided by a comma?",
    );
  }
  return [...cells.slice(0, last), cells.slice(last).join(`${delimiter} `)];
}

/** A quote that is never closed takes the rows behind it in, up to the next one. */
function refuseSwallowed(cells: Cells, { delimiter, columns }: Layout): void {
  if (!cells.some((cell) => cell.includes("\n") || cell.includes("\r"))) return;
  const lines = cells.flatMap((cell) => cell.split(/\r\n|\r|\n/).slice(1));
  const isRow = (line: string) => {
    const parts = line.split(delimiter);
    const [first = ""] = parts;
    if (parts.length > 1 && readDateCell(first)) return true;
    return parts.length >= columns.length - 1 && parts.some((part) => readDateCell(part));
  };
  if (lines.some(isRow)) throw new Rejection("a quote in it takes in the rows that follow");
}

function firstStatus(cells: Cells, columns: readonly StatusColumn[]): Status | undefined {
  for (const { column, statusOf } of columns) {
    const status = statusOf(cellOf(cells, column));
    if (status) return status;
  }
  return undefined;
}

const statusOf = (cells: Cells, { statuses, marked }: Layout): Status | undefined =>
  firstStatus(cells, statuses) ?? firstStatus(cells, marked);

const ignored = (line: number, reason: IgnoredReason): Row => ({ kind: "ignored", line, reason });

const hasTotal = (cells: Cells): boolean =>
  cells.some((cell) => cell.trim() !== "" && isTotal(cell));

/** A row that has no day: words that go on, a total, or a booking that can't be read. */
function readUndated(line: number, cells: Cells, layout: Layout, sums: Sums): Row {
  const amounts = amountColumns(layout).map((column) => cellOf(cells, column));
  const numbers = amounts.flatMap((cell) => readNumberCell(cell) ?? []);
  const dated = datedCell(cells, layout);
  if (numbers.length === 0) {
    if (hasTotal(cells)) return ignored(line, "total");
    if (dated === "") return { kind: "continued", line, text: saidOf(cells, layout).text };
    if (amounts.every((cell) => cell === "")) return ignored(line, "words");
  }
  const cents = numbers.map((number) => centsOf(number, layout.decimal));
  const isSum = cents.some((one) => typeof one === "number" && sums.takeTotal(one));
  if (isSum || cells.some(isNothingButTotal)) return ignored(line, "total");
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

/** Money that goes out and is no expense all the same. */
function isNeutral(cells: Cells, { types, described, category, isShared }: Layout): boolean {
  const words = [...types, ...described].map((column) => cellOf(cells, column));
  if (words.some(isConversion)) return true;
  return isShared && [...words, cellOf(cells, category)].some(isSettlement);
}

/** Reads rows one after the other, in the way that a layout says. */
export class RowReader {
  readonly #layout: Layout;
  readonly #sums = new Sums();
  readonly #sections: Sections;
  #last: { date: DateCell; day: CalendarDate } | undefined;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#sections = new Sections(layout.header);
  }

  /** Nothing for a row of blanks. */
  read(record: MovedRecord): Row | undefined {
    const { line } = record;
    if (record.cells.every((cell) => cell.trim() === "")) return undefined;
    try {
      if (this.#sections.takeHeader(record)) return { kind: "ignored", line, reason: "words" };
      this.#sections.takeHeading(record);
      this.#refuseOtherList(record.cells);
      refuseSwallowed(record.cells, this.#layout);
      return this.#read(record, withoutOverflow(record.cells, this.#layout));
    } catch (error) {
      if (error instanceof Rejection) return { kind: "rejected", line, reason: error.message };
      throw error;
    }
  }

  /** For lines above the list, which may be headings, too. */
  readHeading(record: CsvRecord): void {
    this.#sections.takeHeading(record);
  }

  /** @throws Rejection */
  #refuseOtherList(cells: Cells): void {
    const { otherHeaderLine: line } = this.#sections;
    if (line === undefined || !cells.some((cell) => readDateCell(cell.trim()))) return;
    throw new Rejection(`it is of another list, which has its own columns (line ${line})`);
  }

  #read({ line, moved }: MovedRecord, cells: Cells): Row {
    const layout = this.#layout;
    const dated = datedCell(cells, layout);
    const date = layout.dateFormat.read(dated);
    const status = statusOf(cells, layout) ?? (date ? undefined : statusIn(dated));
    if (status) return ignored(line, status);
    if (!date) return readUndated(line, cells, layout, this.#sums);
    if (this.#sections.isPending) return ignored(line, "pending");
    if (amountColumns(layout).every((column) => cellOf(cells, column) === "")) {
      return ignored(line, withoutAmount(cells, layout));
    }
    const day = this.#dayIn(dated, date);
    const texts = layout.described.map((column) => cellOf(cells, column));
    if (texts.some(isCarriedBalance)) return ignored(line, "total");
    const isSumming = texts.some(mayBeSum);
    const flow = isSumming
      ? this.#summedFlow(cells, moved)
      : flowOf(cells, layout.amounts, layout.decimal, moved);
    if (!flow) return ignored(line, "total");
    const { cents, direction } = flow;
    this.#sums.add(flow);
    if (cents === 0) return ignored(line, "zero");
    if (direction === "in") return ignored(line, "income");
    if (direction === "neutral" || isNeutral(cells, layout)) return ignored(line, "neutral");
    return { kind: "expense", booking: this.#booking(line, cells, day, cents) };
  }

  /** Rows of one day stand together. @throws Rejection */
  #dayIn(dated: string, date: DateCell): CalendarDate {
    if (this.#last?.date === date) return this.#last.day;
    const { order, months } = this.#layout.dateFormat;
    const day = date.orders.includes(order) ? dayOf(date, order, months) : undefined;
    if (day === undefined) throw new Rejection(`date ${quoted(dated)} is no day of the calendar`);
    this.#last = { date, day };
    return day;
  }

  /** The flow of a row that may be a total; undefined if it is one. @throws Rejection */
  #summedFlow(cells: Cells, moved: number | undefined): Flow | undefined {
    const { amounts, decimal } = this.#layout;
    const cents = amountColumns(this.#layout).flatMap(
      (column) => readAmount(cellOf(cells, column), decimal)?.cents ?? [],
    );
    return cents.some((one) => this.#sums.takeTotal(one))
      ? undefined
      : flowOf(cells, amounts, decimal, moved);
  }

  #booking(line: number, cells: Cells, day: CalendarDate, amountCents: number): Booking {
    const layout = this.#layout;
    const feeCents = readAmount(cellOf(cells, layout.fee), layout.decimal)?.cents ?? 0;
    if (amountCents + feeCents > maxAmountCents) {
      throw new Rejection(`amount with its fee is more than ${centsToText(maxAmountCents)}`);
    }
    const { description, text } = saidOf(cells, layout);
    return {
      line,
      day,
      amountCents,
      description,
      text,
      category: wordsIn(cells, layout.category),
      bankId: wordsIn(cells, layout.id),
      currency: wordsIn(cells, layout.currency).toUpperCase(),
      currencies: layout.currencies.map((column) => wordsIn(cells, column).toUpperCase()),
      account: wordsIn(cells, layout.account),
      feeCents,
    };
  }
}
