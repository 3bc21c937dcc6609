/** A summary of all the cells of one column, from the first line to the last. */
import type { CalendarDate } from "@outlay/shared";
import {
  type DateCell,
  type DateOrder,
  type DateReader,
  dateOrders,
  dayOf,
  readDateCell,
} from "../../cells/date-cell.ts";
import { readNumberLike } from "../../cells/number-cell.ts";
import { isNothing, oneLine } from "../../cells/plain-text.ts";

/** A cell that shows something, and its line. */
export interface Example {
  line: number;
  cell: string;
}

const maxDistinct = 64;
const maxCurrencies = 4;
const letter = /\p{L}/u;
const digit = /\p{Nd}/u;
const notZero = /[1-9]/;
const noMonths: ReadonlyMap<string, number> = new Map();

export class ColumnStats {
  readonly #readDate: DateReader;
  #lastDate: { date: DateCell; days: readonly (CalendarDate | undefined)[] } | undefined;
  /** The number of cells that aren't blank. */
  filled = 0;
  /** The number of dashes or currencies, which may stand in place of a number. */
  dashes = 0;
  numbers = 0;
  negative = 0;
  positive = 0;
  zero = 0;
  /** The number of amounts with a plus. */
  plus = 0;
  /** The numbers of amounts marked `CR`, `DR` or the like. */
  directedIn = 0;
  directedOut = 0;
  /** The first few currency symbols and codes beside the numbers. */
  readonly currencies = new Set<string>();
  /** The first cell that shows each possible decimal mark. */
  readonly decimal: Partial<Record<"." | "," | "either", Example>> = {};
  /** The counts of whole numbers below and from a thousand, written without any mark. */
  small = 0;
  large = 0;

  dates = 0;
  /** The number of numeric dates that are valid in each order. */
  readonly dateFits: Record<DateOrder, number> = { ymd: 0, dmy: 0, mdy: 0 };
  /** The first date that is valid only with the day first, or only with the month first. */
  readonly dateProof: Partial<Record<DateOrder, Example>> = {};
  /** The latest day in each order. */
  readonly lastDay: Record<DateOrder, CalendarDate> = { ymd: "", dmy: "", mdy: "" };
  numericDates = 0;
  /** The first numeric date that is a different day with the day first and with the month first. */
  firstUnsure: Example | undefined;
  readonly dateSeparators = new Set<string>();
  readonly monthNames = new Set<string>();
  /** Whether every date has a year of four digits, and day and month of two. */
  hasPaddedDates = true;

  /** The number of times each cell occurs; undefined once there are too many different ones. */
  distinct: Map<string, number> | undefined = new Map();
  characters = 0;
  /** The number of cells with a letter. */
  worded = 0;

  constructor(readDate: DateReader = readDateCell) {
    this.#readDate = readDate;
  }

  add(written: string, line: number): void {
    const cell = written.trim();
    if (isNothing(cell)) return;
    this.filled += 1;
    if (cell.length <= 3 && /^(?:-|[A-Z]{3}|\p{Sc})$/u.test(cell)) this.dashes += 1;
    this.characters += cell.length;
    if (letter.test(cell)) this.worded += 1;
    this.#count(cell);
    if (digit.test(cell) && this.#addDate(cell, line)) return;
    this.#addNumber(cell, line);
  }

  #count(cell: string): void {
    if (!this.distinct) return;
    const key = cell.length > 80 ? cell.slice(0, 80) : oneLine(cell);
    this.distinct.set(key, (this.distinct.get(key) ?? 0) + 1);
    if (this.distinct.size > maxDistinct) this.distinct = undefined;
  }

  #addDate(cell: string, line: number): boolean {
    const date = this.#readDate(cell);
    if (!date || date.orders.length === 0) return false;
    this.dates += 1;
    this.dateSeparators.add(date.separator.trim());
    if (date.monthName !== undefined) {
      this.monthNames.add(date.monthName);
      return true;
    }
    this.numericDates += 1;
    const days = this.#daysOf(date);
    const [, dayFirst, monthFirst] = days;
    dateOrders.forEach((order, index) => {
      const day = days[index];
      if (day === undefined) return;
      this.dateFits[order] += 1;
      if (day > this.lastDay[order]) this.lastDay[order] = day;
    });
    if (dayFirst !== undefined && monthFirst === undefined) {
      this.dateProof.dmy ??= { line, cell };
    } else if (monthFirst !== undefined && dayFirst === undefined) {
      this.dateProof.mdy ??= { line, cell };
    } else if (dayFirst !== monthFirst) this.firstUnsure ??= { line, cell };
    const [first, second, third] = date.parts;
    this.hasPaddedDates &&= first.length + second.length + third.length === 8;
    // Eight digits could also be a number.
    return date.separator !== "";
  }

  /** Returns the day in each order. Rows of the same day are adjacent, so the last result is reused. */
  #daysOf(date: DateCell): readonly (CalendarDate | undefined)[] {
    if (this.#lastDate?.date !== date) {
      const days = dateOrders.map((order) =>
        date.orders.includes(order) ? dayOf(date, order, noMonths) : undefined,
      );
      this.#lastDate = { date, days };
    }
    return this.#lastDate.days;
  }

  #addNumber(cell: string, line: number): void {
    const number = readNumberLike(cell);
    if (!number) return;
    this.numbers += 1;
    const isZero = !notZero.test(number.digits);
    if (isZero) this.zero += 1;
    else if (number.sign === "-") this.negative += 1;
    else this.positive += 1;
    if (number.sign === "+") this.plus += 1;
    if (number.currency !== "" && this.currencies.size < maxCurrencies) {
      this.currencies.add(number.currency);
    }
    if (number.direction === "in") this.directedIn += 1;
    if (number.direction === "out") this.directedOut += 1;
    if (number.fault !== undefined) return;
    if (number.decimal !== "none") this.decimal[number.decimal] ??= { line, cell };
    else if (number.digits.length > 3) this.large += 1;
    else this.small += 1;
  }

  get isDates(): boolean {
    // A date column may say "Pending" if there is no date yet.
    return this.dates > 0 && this.dates >= 0.4 * this.filled && this.dates >= this.#undated;
  }

  get #undated(): number {
    // Eight digits count both as a date and as a number.
    return this.dateSeparators.has("") ? 0 : this.numbers;
  }

  get isNumbers(): boolean {
    return this.numbers > 0 && this.numbers >= 0.75 * (this.filled - this.dashes);
  }

  get isText(): boolean {
    return this.worded > 0 && !this.isDates && !this.isNumbers;
  }
}
