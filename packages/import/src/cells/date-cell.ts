/**
 * Reads dates in cells. This file finds the readings that a single cell allows; the order of day and month is
 * decided for a whole column (`sniff/dates/date-notation.ts`), never for one value.
 */
import { type CalendarDate, isCalendarDate } from "@outlay/shared";
import { isMonthName, isWeekdayName } from "./month-names.ts";
import { plain, undressed } from "./plain-text.ts";

export type DateOrder = "ymd" | "dmy" | "mdy";
export const dateOrders = ["ymd", "dmy", "mdy"] as const satisfies readonly DateOrder[];

/** Reads a cell as a date; returns undefined if it isn't one. */
export type DateReader = (cell: string) => DateCell | undefined;

/** A date as it is written: three parts, one of which may be the name of a month. */
export interface DateCell {
  parts: readonly [string, string, string];
  /** The text between the parts; empty in `20240131`. */
  separator: string;
  /** The orders of day, month and year that the lengths and words of the parts allow. */
  orders: readonly DateOrder[];
  /** The part that is a month's name. */
  monthName: string | undefined;
  /** Finds the year if none of the parts is one. */
  yearOf?: ((month: number, day: number) => number | undefined) | undefined;
}

const timeBehind =
  /^(?:[T ,-]+\d{1,2}[:.h]\d{2}.*|T?\d{6}.*|[ ,]+\d{1,2} ?[AP]\.?M\.?.*|[ ,]*\(?\p{L}{2,9}\.?\)?|Z)?$/iu;
const weekdayBefore = /^(\p{L}{2,14})\.?,? +(?=\d)/u;

const yearFirst = /^(\d{4})(\s?[-./:]\s?|\s)(\d{1,2})\2(\d{1,2})(?!\d)\.?/;
const yearLast = /^(\d{1,2})(\s?[-./]\s?|\s)(\d{1,2})\2(\d{4}|\d{2})(?!\d)\.?/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const compactWithTime = /^(\d{4})(\d{2})(\d{2})(?=\d{4}(?:\d{2})?$)/;
const dayName =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?((?:[-/. ]|de )*)(\p{L}{3,12})\.?[-/., ]*(?:de )?(\d{4}|\d{2})(?!\d)/u;
const nameDay = /^(\p{L}{3,12})\.?[- ]*(\d{1,2})(?:st|nd|rd|th)?[-, ]+(\d{4})(?!\d)/u;
const yearName = /^(\d{4})([-/. ]+)(\p{L}{3,12})\.?[-/. ]+(\d{1,2})(?!\d)\.?/u;

const isYear = (text: string) => /^(?:19[5-9]\d|20\d\d)$/.test(text);

function fromNumbers(text: string): [DateCell, number] | undefined {
  const first = yearFirst.exec(text);
  if (first) {
    const [all, y = "", separator = "", m = "", d = ""] = first;
    const orders: DateOrder[] = isYear(y) ? ["ymd"] : [];
    return [{ parts: [y, m, d], separator, orders, monthName: undefined }, all.length];
  }
  const last = yearLast.exec(text);
  if (last) {
    const [all, a = "", separator = "", b = "", y = ""] = last;
    const orders: DateOrder[] =
      y.length === 4
        ? isYear(y)
          ? ["dmy", "mdy"]
          : []
        : a.length === 2 && b.length === 2
          ? ["dmy", "mdy", "ymd"]
          : ["dmy", "mdy"];
    return [{ parts: [a, b, y], separator, orders, monthName: undefined }, all.length];
  }
  const eight = compact.exec(text) ?? compactWithTime.exec(text);
  if (!eight) return undefined;
  const digits = eight[0];
  if (isYear(digits.slice(0, 4))) {
    const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)] as const;
    const cell = { parts, separator: "", orders: ["ymd" as const], monthName: undefined };
    return [cell, 8];
  }
  if (!isYear(digits.slice(4)) || text.length !== 8) return undefined;
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)] as const;
  return [{ parts, separator: "", orders: ["dmy", "mdy"], monthName: undefined }, 8];
}

/**
 * @param indices the positions of the three parts in the match, and of the one that should be a month's name
 */
function fromMatch(
  match: RegExpExecArray | null,
  order: DateOrder,
  indices: readonly [number, number, number, number],
): [DateCell, number] | undefined {
  if (!match) return undefined;
  const [a = "", b = "", c = "", monthName = ""] = indices.map((index) => match[index] ?? "");
  if (!isMonthName(monthName)) return undefined;
  return [{ parts: [a, b, c], separator: " ", orders: [order], monthName }, match[0].length];
}

const fromWords = (text: string): [DateCell, number] | undefined =>
  fromMatch(dayName.exec(text), "dmy", [1, 3, 4, 3]) ??
  fromMatch(nameDay.exec(text), "mdy", [1, 2, 3, 1]) ??
  fromMatch(yearName.exec(text), "ymd", [1, 3, 4, 3]);

// Remembers the last cells, because rows of the same day are usually adjacent.
const met = new Map<string, DateCell>();
const maxMet = 4096;

/** Reads a cell as a date, with or without a time after it; returns undefined if it isn't a date. */
export function readDateCell(cell: string): DateCell | undefined {
  const known = met.get(cell);
  if (known) return known;
  const date = mayBeginDate.test(cell) ? parseDateCell(cell) : undefined;
  if (!date) return undefined;
  if (met.size >= maxMet) met.clear();
  met.set(cell, date);
  return date;
}

// Rejects most texts and amounts quickly: a word can begin a date only if it is a month or a weekday and a
// digit follows, and an amount has a single separator.
const mayBeginDate = /^(?!-?\d+[.,]\d{1,2}$)(?:\P{L}|\p{L}+[.,]*[-\s]*\p{Nd})/u;

function parseDateCell(cell: string): DateCell | undefined {
  const simple = /^(\d{4})(-)(\d{2})-(\d{2})$/.exec(cell);
  if (simple) {
    const [, y = "", separator = "", m = "", d = ""] = simple;
    return { parts: [y, m, d], separator, orders: isYear(y) ? ["ymd"] : [], monthName: undefined };
  }
  if (cell.length < 6 || cell.length > 60 || !/\p{Nd}/u.test(cell)) return undefined;
  // Raised digits would become plain ones: a note's mark is no part of a day.
  if (/\p{No}/u.test(cell)) return undefined;
  const text = plain(undressed(cell))
    .replace(/^'/, "")
    .replace(/(\d)\s*[年년]\s*(\d+)\s*[月월]\s*(\d+)\s*[日일]/, "$1-$2-$3")
    .replace(weekdayBefore, (all, word: string) => (isWeekdayName(word) ? "" : all));
  if (!/\d{2}/.test(text)) return undefined;
  const found = /^\d/.test(text) ? (fromNumbers(text) ?? fromWords(text)) : fromWords(text);
  if (!found) return undefined;
  const [date, length] = found;
  return timeBehind.test(text.slice(length)) ? date : undefined;
}

// Exports reach back some decades, but hardly into the future.
const century = (twoDigits: number) => (twoDigits < 70 ? 2000 : 1900);

const two = (value: number | string) => String(value).padStart(2, "0");

/**
 * Returns the day that the parts mean in an order; undefined if there is no such day.
 * @param months the meaning of the month names in the column
 */
export function dayOf(
  { parts, monthName, yearOf }: DateCell,
  order: DateOrder,
  months: ReadonlyMap<string, number>,
): CalendarDate | undefined {
  const [a, b, c] = parts;
  const [y, m, d] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const month = monthName === undefined ? Number(m) : months.get(monthName);
  if (month === undefined) return undefined;
  const written = y.length === 2 ? century(Number(y)) + Number(y) : Number(y);
  const year = yearOf ? yearOf(month, Number(d)) : written;
  if (year === undefined) return undefined;
  const day = `${String(year).padStart(4, "0")}-${two(month)}-${two(d)}`;
  return isCalendarDate(day) ? day : undefined;
}
