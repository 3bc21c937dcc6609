/** Reads each row of a file, once its layout is known. */
import type { CalendarDate } from "@outlay/shared";
import { type DateCell, dayOf, readDateCell } from "../cells/date-cell.ts";
import { centsOf, readNumberLike } from "../cells/number-cell.ts";
import { isNothing } from "../cells/plain-text.ts";
import type { Layout } from "../sniff/layout.ts";
import { statusIn } from "../sniff/texts/statuses.ts";
import { isBalanceOnDay, looksLikeBooking } from "../sniff/dates/stray-booking.ts";
import { cellOf, type Column, datedCell } from "../sniff/table/table.ts";
import { isNothingButTotal, isTotal } from "../sniff/words/total-words.ts";
import { BalanceCheck, type BalanceGap } from "./balance-check.ts";
import { BookedRows } from "./booked-row.ts";
import { doubtOf } from "./doubts.ts";
import { amountColumns, type Flow, flowOf, readAmount } from "./flow.ts";
import type { MovedRecord } from "./moves.ts";
import { quoted, Rejection } from "./rejection.ts";
import { rowStatus } from "./row-status.ts";
import { RowWords } from "./row-words.ts";
import { ignored, rejected, type Row } from "./row.ts";
import { saidOf } from "./said.ts";
import { Sections } from "./sections.ts";
import { unbookedReason } from "./unbooked.ts";
import { type ReadRow, WaitingRows } from "./waiting-rows.ts";
import { refuseSwallowed, withoutOverflow } from "./whole-record.ts";

type Cells = readonly string[];

const isTotalCell = (cell: string): boolean => cell.trim() !== "" && isTotal(cell);

/** Reads rows one after the other, as a layout says. */
export class RowReader {
  readonly #layout: Layout;
  readonly #words: RowWords;
  readonly #booked: BookedRows;
  /** The columns that hold money in a booking. */
  readonly #money: readonly Column[];
  readonly #sections: Sections;
  readonly #rows: WaitingRows;
  #lastDate: { date: DateCell; day: CalendarDate } | undefined;
  /** The day of the last row that may be a booking. */
  #lastDay: CalendarDate | undefined;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#words = new RowWords(layout);
    this.#booked = new BookedRows(layout);
    this.#money = [...amountColumns(layout), ...layout.extras.map(({ column }) => column)];
    this.#sections = new Sections(layout);
    this.#rows = new WaitingRows(new BalanceCheck(layout));
  }

  read(record: MovedRecord): void {
    const { line, cells } = record;
    if (cells.every((cell) => isNothing(cell.trim()))) {
      this.#sections.endBooking();
      // A line of stars or dashes separates other lines and says nothing.
      if (cells.some((cell) => cell.trim() !== "")) this.#put(cells, ignored(line, "words"));
      return;
    }
    try {
      if (this.#sections.takeHeader(record)) this.#put(cells, ignored(line, "words"));
      else {
        this.#sections.takeHeading(record);
        const otherList = this.#otherListOf(cells);
        if (otherList === undefined) this.#readWhole(record);
        else this.#put(cells, this.#otherList(line, otherList));
      }
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.#put(cells, rejected(line, error.message));
    }
  }

  /** Reads a line above the list: a heading, words, or a row of another list. */
  readAbove(record: MovedRecord): void {
    const { line, cells } = record;
    const { date, delimiter } = this.#layout;
    const isOther = looksLikeBooking(cells, delimiter) || this.#isInColumns(cells);
    if (isOther && !(line === 1 && isBalanceOnDay(cells, date.index))) {
      const list = `it is above the main list, which begins in line ${this.#layout.firstLine}`;
      this.#put(cells, this.#otherList(line, list));
    } else this.#sections.takeHeading(record);
  }

  /** Whether a line above the list has a day and an amount in the columns of the list. */
  #isInColumns(cells: Cells): boolean {
    const day = datedCell(cells, this.#layout);
    if (!this.#layout.dateNotation.read(day) || cells.some(isTotal)) return false;
    return amountColumns(this.#layout).some((column) => readNumberLike(cellOf(cells, column)));
  }

  /** Settles the remaining rows at the end of the file. */
  end(): void {
    this.#rows.settle(undefined);
  }

  /** Returns the rows that have become certain since the last call, in the order of the file. */
  take(): ReadRow[] {
    return this.#rows.take();
  }

  /** Returns the gaps between the balance and the rows. Call it once all rows are read. */
  balanceGaps(): readonly BalanceGap[] {
    return this.#rows.balances.gaps();
  }

  #put(cells: Cells, row: Row): void {
    this.#rows.put(cells, row);
  }

  #otherList(line: number, reason: string): Row {
    if (this.#layout.skipsOtherLists) return ignored(line, "otherList");
    return rejected(line, `${reason}; --skip-other-lists leaves such rows out`);
  }

  /** Returns why a row belongs to another list; undefined if it doesn't. */
  #otherListOf(cells: Cells): string | undefined {
    const { otherHeaderLine: line } = this.#sections;
    const isOther = line !== undefined && cells.some((cell) => readDateCell(cell.trim()));
    return isOther
      ? `it belongs to another list, which has its own columns (line ${line})`
      : undefined;
  }

  /** @throws Rejection */
  #readWhole(record: MovedRecord): void {
    refuseSwallowed(record.cells, this.#layout);
    this.#read(record, withoutOverflow(record.cells, this.#layout, this.#sections.headerWidth));
  }

  /** @throws Rejection */
  #read({ line, moved }: MovedRecord, cells: Cells): void {
    const layout = this.#layout;
    const dated = datedCell(cells, layout);
    const date = layout.dateNotation.read(dated);
    const status = rowStatus(cells, layout) ?? (date ? undefined : statusIn(dated));
    if (status === "unclear")
      throw new Rejection("one of its words may mean that it isn't booked yet");
    if (status) this.#put(cells, ignored(line, status));
    else if (!date) this.#readUndated(line, cells, dated);
    else if (this.#sections.isPending) this.#putPending(line, cells);
    else if (this.#sections.takeWidth(cells)) {
      this.#put(cells, this.#otherList(line, "it has fewer columns than the list above it"));
    } else this.#readDated(line, cells, this.#dayIn(dated, date), moved);
  }

  #putPending(line: number, cells: Cells): void {
    const { unknownHeading: heading } = this.#sections;
    if (heading === undefined) return this.#put(cells, ignored(line, "pending"));
    const reason = `it is unclear whether the rows below ${quoted(heading)} are booked`;
    return this.#put(cells, rejected(line, reason));
  }

  /** Reads a row without a day: a continuation, a total, or a booking that can't be read. */
  #readUndated(line: number, cells: Cells, dated: string): void {
    const layout = this.#layout;
    if (looksLikeBooking(cells, layout.delimiter)) {
      const reason = "its columns are in a different order than those of the main list";
      return this.#put(cells, this.#otherList(line, reason));
    }
    const amounts = amountColumns(layout).map((column) => cellOf(cells, column));
    const numbers = amounts.flatMap((cell) => readNumberLike(cell) ?? []);
    const hasTotal = cells.some(isTotalCell);
    if (numbers.length === 0) {
      if (hasTotal) return this.#put(cells, ignored(line, "total"));
      if (dated === "") {
        return this.#put(cells, { kind: "continued", line, text: saidOf(cells, layout).text });
      }
      if (amounts.every((cell) => cell === "")) return this.#put(cells, ignored(line, "words"));
    }
    const cents = numbers.map((number) => number.fault ?? centsOf(number, layout.decimal));
    const isSum = cents.some((one) => typeof one === "number" && this.#isSum(one));
    if (isSum || cells.some(isNothingButTotal)) {
      this.#rows.sums.beginPart();
      return this.#put(cells, ignored(line, "total"));
    }
    const row = rejected(line, dated === "" ? "no date" : `${quoted(dated)} isn't a date`);
    // A total below all bookings may sum up more than the list contains.
    const mayBeTotal = hasTotal && (dated === "" || isTotal(dated));
    return mayBeTotal
      ? this.#rows.wait({ cells, row, atEnd: ignored(line, "total") })
      : this.#put(cells, row);
  }

  /** @throws Rejection */
  #readDated(line: number, cells: Cells, day: CalendarDate, moved: number | undefined): void {
    if (!this.#money.some((column) => cellOf(cells, column) !== "")) {
      const reason = unbookedReason(cells, this.#layout, this.#words.of(cells));
      return this.#put(cells, ignored(line, reason));
    }
    const place = { isFirst: this.#lastDay === undefined, isFirstOfDay: this.#lastDay !== day };
    const flow = this.#flowOf(cells, moved);
    if (!flow) return this.#put(cells, ignored(line, "total"));
    const { balances, sums } = this.#rows;
    const step = balances.stepOf(line, day, flow, cells);
    const doubt = balances.follows(step)
      ? undefined
      : doubtOf({ line, day, flow, step, ...place }, this.#words.of(cells), sums);
    const row = this.#booked.read(line, cells, day, flow);
    this.#lastDay = day;
    this.#words.count(cells);
    return doubt
      ? this.#rows.wait({ cells, row, doubt })
      : this.#rows.book(cells, row, { day, flow, step });
  }

  #isSum(cents: number): boolean {
    return this.#rows.sums.match({ cents, direction: "neutral" }, undefined) !== undefined;
  }

  /** Undefined for a row with totals of both directions. @throws Rejection */
  #flowOf(cells: Cells, moved: number | undefined): Flow | undefined {
    const { amounts, decimal } = this.#layout;
    if (amounts.kind === "two" && amounts.in) {
      const cents = [amounts.out, amounts.in].map(
        (column) => readAmount(cellOf(cells, column), decimal)?.cents ?? 0,
      );
      const areTotals =
        cents.every((one) => one !== 0) &&
        (cents.some((one) => this.#isSum(one)) ||
          this.#words.of(cells).names.some(isNothingButTotal));
      if (areTotals) return undefined;
    }
    return this.#proved(flowOf(cells, this.#layout, moved), moved);
  }

  /** Settles a doubt about a direction by the balance. @throws Rejection if it proves nothing */
  #proved(flow: Flow, moved: number | undefined): Flow {
    const { cents, doubt } = flow;
    if (doubt === undefined || cents === 0) return flow;
    const { balance } = this.#layout;
    if (!balance || Math.abs(moved ?? 0) !== cents) throw new Rejection(doubt);
    return { cents, direction: balance.sign * (moved ?? 0) < 0 ? "out" : "in" };
  }

  /** Reads a row's day, reusing the last one, since rows of the same day are adjacent. @throws Rejection */
  #dayIn(dated: string, date: DateCell): CalendarDate {
    if (this.#lastDate?.date === date) return this.#lastDate.day;
    const { order, months } = this.#layout.dateNotation;
    const day = date.orders.includes(order) ? dayOf(date, order, months) : undefined;
    if (day === undefined)
      throw new Rejection(
        `date ${quoted(dated)} isn't valid as ${this.#layout.dateNotation.shown}`,
      );
    this.#lastDate = { date, day };
    return day;
  }
}
