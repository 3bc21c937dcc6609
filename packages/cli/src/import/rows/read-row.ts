/** What each row of a file says, once it is known how the file is to be read. */
import { type CalendarDate, centsToText, maxAmountCents } from "@outlay/shared";
import { type DateCell, dayOf, readDateCell } from "../cells/date-cell.ts";
import { centsOf, readNumberCell } from "../cells/number-cell.ts";
import { bareWords, isNothing } from "../cells/plain-text.ts";
import { isConversion, isSettlement, refundText } from "../sniff/cell-words.ts";
import { isNothingButTotal, isTotal } from "../sniff/total-words.ts";
import type { Layout } from "../sniff/layout.ts";
import { isCardPayment } from "../sniff/signed-rows.ts";
import { type Status, type StatusColumn, statusIn } from "../sniff/statuses.ts";
import { looksLikeBooking } from "../sniff/stray-booking.ts";
import { cellOf, type Column, datedCell, isNamed } from "../sniff/table.ts";
import { BalanceCheck, type Step } from "./balance-check.ts";
import { type Doubt, doubtOf, isCalledSum, type Verdict, verdictOn, type Words } from "./doubts.ts";
import { amountColumns, type Flow, flowOf, readAmount } from "./flow.ts";
import type { MovedRecord } from "./moves.ts";
import { quoted, Rejection } from "./rejection.ts";
import type { Booking, IgnoredReason, Row } from "./row.ts";
import { saidOf, wordsIn } from "./said.ts";
import { Sections } from "./sections.ts";
import { Sums } from "./sums.ts";
import { unbookedReason } from "./unbooked.ts";
import { refuseSwallowed, withoutOverflow } from "./whole-record.ts";

type Cells = readonly string[];

/** A row, and the cells it was read from. */
export interface ReadRow {
  row: Row;
  cells: Cells;
}

/** A row that waits for what follows it: it may be a total, or what it is taken for meanwhile. */
interface Held extends ReadRow {
  doubt: Doubt | undefined;
  /** What it is at the end of the list. */
  atEnd: Row | undefined;
}

const manyNamed = 4;

// Rows that have to wait longer than this are at no list's end.
const maxHeld = 1000;

function firstStatus(cells: Cells, columns: readonly StatusColumn[]): Status | undefined {
  for (const { column, statusOf } of columns) {
    const status = statusOf(cellOf(cells, column));
    if (status) return status;
  }
  return undefined;
}

/** What is pending has no place in the balance yet, so that words beside one are somebody's name. */
function statusOf(cells: Cells, { statuses, marked, balance }: Layout): Status | undefined {
  const isInBalance = balance !== undefined && cellOf(cells, balance.column) !== "";
  return firstStatus(cells, statuses) ?? (isInBalance ? undefined : firstStatus(cells, marked));
}

const ignored = (line: number, reason: IgnoredReason): Row => ({ kind: "ignored", line, reason });
const rejected = (line: number, reason: string): Row => ({ kind: "rejected", line, reason });

/** The columns that name bookings, and not only say of what kind they are. */
function namingColumns({ described }: Layout): readonly Column[] {
  const isKind = (column: Column) => isNamed(column, "type") || isNamed(column, "direction");
  const naming = described.filter((column) => isNamed(column, "text") || !isKind(column));
  return naming.length > 0 ? naming : described;
}

/** Reads rows one after the other, in the way that a layout says. */
export class RowReader {
  readonly #layout: Layout;
  readonly #naming: readonly Column[];
  readonly #kinds: readonly Column[];
  /** All that may say what became of a row. */
  readonly #worded: readonly Column[];
  /** Where money stands in a row that is a booking. */
  readonly #money: readonly Column[];
  readonly #sums = new Sums();
  readonly #sections: Sections;
  readonly balances: BalanceCheck;
  #lastDate: { date: DateCell; day: CalendarDate } | undefined;
  /** The day of the last row that may be a booking. */
  #lastDay: CalendarDate | undefined;
  /** How many rows in a row have a name; below zero, once one has none. */
  #namedRows = 0;
  #held: Held[] = [];
  #settled: ReadRow[] = [];

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#naming = namingColumns(layout);
    this.#kinds = layout.described.filter((column) => !this.#naming.includes(column));
    const { types, described, category, extras } = layout;
    this.#money = [...amountColumns(layout), ...extras.map(({ column }) => column)];
    this.#worded = [...types, ...described, ...(category ? [category] : [])];
    this.#sections = new Sections(layout);
    this.balances = new BalanceCheck(layout);
  }

  read(record: MovedRecord): void {
    const { line, cells } = record;
    if (cells.every((cell) => isNothing(cell.trim()))) {
      this.#sections.endBooking();
      // A line of stars or dashes parts others and says nothing.
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
    if (this.#held.length > maxHeld) this.#settle("");
  }

  /** There are no more rows. */
  end(): void {
    this.#settle(undefined);
  }

  /** The rows that have become certain since the last time, in the order of the file. */
  take(): ReadRow[] {
    const settled = this.#settled;
    this.#settled = [];
    return settled;
  }

  /** Lines above the list are headings, words, or rows of another list. */
  readAbove(record: MovedRecord): void {
    const { line, cells } = record;
    // The first line may tell the balance of a day.
    if (line > 1 && looksLikeBooking(cells, this.#layout.delimiter)) {
      const list = `it stands above the list that is read, which begins in line ${this.#layout.firstLine}`;
      this.#put(cells, this.#otherList(line, list));
    } else this.#sections.takeHeading(record);
  }

  #otherList(line: number, reason: string): Row {
    return this.#layout.skipsOtherLists ? ignored(line, "otherList") : rejected(line, reason);
  }

  #put(cells: Cells, row: Row): void {
    if (this.#held.length > 0) this.#hold({ cells, row });
    else this.#settled.push({ cells, row });
  }

  #hold({ row, cells, doubt, atEnd }: ReadRow & Partial<Held>): void {
    this.#held.push({ row, cells, doubt, atEnd });
  }

  /** @param nextDay of the row that follows; undefined at the end of the list */
  #settle(nextDay: CalendarDate | undefined): void {
    const doubts = this.#held.flatMap(({ doubt }) => doubt ?? []);
    const isAllOf = (direction: "out" | "in") =>
      doubts.some(
        ({ flow }) => flow.direction === direction && this.#sums.isAllOf(direction, flow.cents),
      );
    const hasCounterpart = isAllOf("out") && isAllOf("in");
    const isAmongSums = doubts.filter(isCalledSum).length > 1;
    for (const held of this.#held.splice(0)) {
      const { row, cells, doubt, atEnd } = held;
      if (doubt) {
        doubts.shift();
        const next = nextDay === undefined ? undefined : (doubts[0]?.day ?? nextDay);
        const verdict = verdictOn(doubt, { nextDay: next, hasCounterpart, isAmongSums });
        this.#settled.push({ cells, row: this.#judged(row, doubt, verdict) });
      } else this.#settled.push({ cells, row: (nextDay === undefined && atEnd) || row });
    }
  }

  #judged(row: Row, { line, flow, day, step }: Doubt, verdict: Verdict): Row {
    if (verdict === "total") {
      this.#sums.beginPart();
      return ignored(line, "total");
    }
    if (verdict === "open") {
      return rejected(line, "nothing tells whether it is a booking, or a balance or a total");
    }
    this.#count(day, flow, step);
    return row;
  }

  /** What is booked counts for the sums and balances below it. */
  #count(day: CalendarDate, flow: Flow, step: Step | undefined): void {
    this.#sums.add(flow, day);
    this.balances.take(step);
  }

  /** Why a row is none of the list that is read; undefined if it is. */
  #otherListOf(cells: Cells): string | undefined {
    const { otherHeaderLine: line } = this.#sections;
    const isOther = line !== undefined && cells.some((cell) => readDateCell(cell.trim()));
    return isOther ? `it is of another list, which has its own columns (line ${line})` : undefined;
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
    const date = layout.dateFormat.read(dated);
    const status = statusOf(cells, layout) ?? (date ? undefined : statusIn(dated));
    if (status === "unclear") throw new Rejection("a word in it may say that it isn't booked yet");
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
    const reason = `nothing tells whether what stands below ${quoted(heading)} is booked`;
    return this.#put(cells, rejected(line, reason));
  }

  /** A row that has no day: words that go on, a total, or a booking that can't be read. @throws Rejection */
  #readUndated(line: number, cells: Cells, dated: string): void {
    const layout = this.#layout;
    if (looksLikeBooking(cells, layout.delimiter)) {
      return this.#put(
        cells,
        this.#otherList(line, "it has its columns otherwise than the list that is read"),
      );
    }
    const amounts = amountColumns(layout).map((column) => cellOf(cells, column));
    const numbers = amounts.flatMap((cell) => readNumberCell(cell) ?? []);
    const isTotalCell = (cell: string) => cell.trim() !== "" && isTotal(cell);
    const hasTotal = cells.some(isTotalCell);
    if (numbers.length === 0) {
      if (hasTotal) return this.#put(cells, ignored(line, "total"));
      if (dated === "") {
        return this.#put(cells, { kind: "continued", line, text: saidOf(cells, layout).text });
      }
      if (amounts.every((cell) => cell === "")) return this.#put(cells, ignored(line, "words"));
    }
    const cents = numbers.map((number) => centsOf(number, layout.decimal));
    const isSum = cents.some((one) => typeof one === "number" && this.#isSum(one));
    if (isSum || cells.some(isNothingButTotal)) {
      this.#sums.beginPart();
      return this.#put(cells, ignored(line, "total"));
    }
    const reason = dated === "" ? "no date" : `date ${quoted(dated)} is none`;
    const row = rejected(line, reason);
    // Below all bookings, it sums up what isn't all in the list.
    const mayBeTotal = hasTotal && (dated === "" || isTotal(dated));
    return mayBeTotal
      ? this.#hold({ cells, row, atEnd: ignored(line, "total") })
      : this.#put(cells, row);
  }

  /** @throws Rejection */
  #readDated(line: number, cells: Cells, day: CalendarDate, moved: number | undefined): void {
    if (!this.#money.some((column) => cellOf(cells, column) !== "")) {
      const reason = unbookedReason(cells, this.#layout, this.#wordsOf(cells));
      return this.#put(cells, ignored(line, reason));
    }
    const place = { isFirst: this.#lastDay === undefined, isFirstOfDay: this.#lastDay !== day };
    const flow = this.#flowOf(cells, moved);
    if (!flow) return this.#put(cells, ignored(line, "total"));
    const step = this.balances.stepOf(line, day, flow, cells);
    const doubt = this.balances.follows(step)
      ? undefined
      : doubtOf({ line, day, flow, step, ...place }, this.#wordsOf(cells), this.#sums);
    const row = this.#rowOf(line, cells, day, flow);
    this.#lastDay = day;
    if (this.#saysNothing(cells)) this.#namedRows = -Infinity;
    else this.#namedRows += 1;
    if (doubt) return this.#hold({ cells, row, doubt });
    if (this.#held.length > 0) this.#settle(day);
    this.#count(day, flow, step);
    return this.#put(cells, row);
  }

  #wordsOf(cells: Cells): Words {
    const textOf = (column: Column) => cellOf(cells, column);
    return {
      names: this.#naming.map(textOf),
      kinds: this.#kinds.map(textOf),
      isUnnamed: this.#namedRows >= manyNamed && this.#saysNothing(cells),
    };
  }

  /** Whether a row of a list without names is blank where the names of others stand. */
  #saysNothing(cells: Cells): boolean {
    return this.#layout.header === undefined && cellOf(cells, this.#naming[0]) === "";
  }

  #isSum(cents: number): boolean {
    return this.#sums.match({ cents, direction: "neutral" }, undefined) !== undefined;
  }

  /** Undefined for totals of both directions in one row. @throws Rejection */
  #flowOf(cells: Cells, moved: number | undefined): Flow | undefined {
    const { amounts, decimal } = this.#layout;
    if (amounts.kind === "two" && amounts.in) {
      const cents = [amounts.out, amounts.in].map(
        (column) => readAmount(cellOf(cells, column), decimal)?.cents ?? 0,
      );
      const areTotals =
        cents.every((one) => one !== 0) &&
        (cents.some((one) => this.#isSum(one)) ||
          this.#wordsOf(cells).names.some(isNothingButTotal));
      if (areTotals) return undefined;
    }
    return flowOf(cells, this.#layout, moved);
  }

  /** What a row is, if it isn't a total. @throws Rejection */
  #rowOf(line: number, cells: Cells, day: CalendarDate, flow: Flow): Row {
    const { cents, direction } = flow;
    if (cents === 0) return ignored(line, this.#zeroReason(cells));
    if (direction === "in") return ignored(line, this.#reasonOfIncome(cells));
    if (direction === "neutral" || this.#isNeutral(cells)) return ignored(line, "neutral");
    return { kind: "expense", booking: this.#booking(line, cells, day, flow) };
  }

  /** What came in, by its words, or because it was taken back in the column of what went out. */
  #reasonOfIncome(cells: Cells): IgnoredReason {
    const { amounts, decimal, types, category } = this.#layout;
    const { names, kinds } = this.#wordsOf(cells);
    const others = [...types, category].map((column) => cellOf(cells, column));
    const text = bareWords([...names, ...kinds, ...others].join(" "));
    const isCard = amounts.kind === "signed" && amounts.expense === "positive";
    if (isCard && isCardPayment(text)) return "cardPayment";
    const isTakenBack =
      amounts.kind === "two" && Boolean(readAmount(cellOf(cells, amounts.out), decimal)?.cents);
    return isTakenBack || refundText.test(text) ? "refund" : "income";
  }

  /** A row of nothing may have a fee beside it. @throws Rejection */
  #zeroReason(cells: Cells): IgnoredReason {
    const { otherFee, decimal } = this.#layout;
    const fee = otherFee && readAmount(cellOf(cells, otherFee), decimal);
    if (!otherFee || !fee?.cents) return "zero";
    throw new Rejection(
      `its amount is zero, and ${quoted(cellOf(cells, otherFee))} stands in "${otherFee.name}": --map fee="${otherFee.name}" counts it`,
    );
  }

  /** Whether money that goes out is no expense all the same. */
  #isNeutral(cells: Cells): boolean {
    const { isShared } = this.#layout;
    return this.#worded.some((column) => {
      const text = cellOf(cells, column);
      return isConversion(text) || (isShared && isSettlement(text));
    });
  }

  /** Rows of one day stand together. @throws Rejection */
  #dayIn(dated: string, date: DateCell): CalendarDate {
    if (this.#lastDate?.date === date) return this.#lastDate.day;
    const { order, months } = this.#layout.dateFormat;
    const day = date.orders.includes(order) ? dayOf(date, order, months) : undefined;
    if (day === undefined) throw new Rejection(`date ${quoted(dated)} is no day of the calendar`);
    this.#lastDate = { date, day };
    return day;
  }

  /** The sign that stands with the amount, where these differ. */
  #currencyBeside(cells: Cells): string {
    if (!this.#layout.hasMixedAmounts) return "";
    const signs = amountColumns(this.#layout).flatMap(
      (column) => readNumberCell(cellOf(cells, column))?.currency || [],
    );
    return signs[0] ?? "";
  }

  #booking(
    line: number,
    cells: Cells,
    day: CalendarDate,
    { cents, besideCents = 0 }: Flow,
  ): Booking {
    const layout = this.#layout;
    if (cents > maxAmountCents) {
      throw new Rejection(`amount with its fee is more than ${centsToText(maxAmountCents)}`);
    }
    const { description, text } = saidOf(cells, layout);
    return {
      line,
      day,
      amountCents: cents - besideCents,
      description,
      text,
      category: wordsIn(cells, layout.category),
      bankId: wordsIn(cells, layout.id),
      isTransactionId: layout.hasTransactionIds,
      currency: wordsIn(cells, layout.currency).toUpperCase() || this.#currencyBeside(cells),
      currencies: layout.currencies.map((column) => wordsIn(cells, column).toUpperCase()),
      account: wordsIn(cells, layout.account),
      feeCents: besideCents,
    };
  }
}
