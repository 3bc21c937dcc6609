/** Reads incomplete dates: six digits, or no year. They are tried only if a file has no others. */
import type { CalendarDate } from "@outlay/shared";
import { type DateCell, type DateOrder, type DateReader, dayOf } from "./date-cell.ts";
import { isMonthName } from "./month-names.ts";
import { plain, undressed } from "./plain-text.ts";

/** Reads six digits in any order: `310124`. */
export function readSixDigits(cell: string): DateCell | undefined {
  const found = /^'?(\d{2})(\d{2})(\d{2})$/.exec(plain(undressed(cell)));
  if (!found) return undefined;
  const [, a = "", b = "", c = ""] = found;
  return {
    parts: [a, b, c],
    separator: "",
    orders: ["dmy", "mdy", "ymd"],
    monthName: undefined,
  };
}

/** The period that a file says it covers. */
export interface Period {
  /** The first and the last day; undefined if the file only names a year. */
  from: CalendarDate | undefined;
  to: CalendarDate | undefined;
  years: readonly number[];
}

const numbers = /^(\d{1,2})(?:([/-])(\d{1,2})|(\.)(\d{1,2})\.)$/;
const dayName = /^(\d{1,2})\.?([-/ ]+)(\p{L}{3,12})\.?$/u;
const nameDay = /^(\p{L}{3,12})\.?([-/ ]+)(\d{1,2})$/u;
const eastern = /^(\d{1,2})[月월] ?(\d{1,2})[日일]$/;

type Parts = [parts: [string, string], separator: string, orders: DateOrder[], name?: string];

function partsOf(text: string): Parts | undefined {
  const both = numbers.exec(text);
  if (both) {
    const [, a = "", mark, b, point = "", c] = both;
    return [[a, b ?? c ?? ""], mark ?? point, ["dmy", "mdy"]];
  }
  const east = eastern.exec(text);
  if (east) return [[east[1] ?? "", east[2] ?? ""], "/", ["mdy"]];
  const [, day = "", separator = "", name = ""] = dayName.exec(text) ?? [];
  if (isMonthName(name)) return [[day, name], separator, ["dmy"], name];
  const [, first = "", mark = "", number = ""] = nameDay.exec(text) ?? [];
  return isMonthName(first) ? [[first, number], mark, ["mdy"], first] : undefined;
}

/** Whether a cell is a date without a year: `28/03`, `28 Mar`. */
export const isYearless = (cell: string): boolean => partsOf(plain(undressed(cell))) !== undefined;

const noMonths: ReadonlyMap<string, number> = new Map();

/** Reads dates without a year, if exactly one year puts them in the period. */
export function yearlessReader({ from, to, years }: Period): DateReader {
  const yearOf = (month: number, day: number): number | undefined => {
    const rest = `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const fitting = years.filter(
      (year) => (!from || `${year}${rest}` >= from) && (!to || `${year}${rest}` <= to),
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  return (cell) => {
    const found = partsOf(plain(undressed(cell)));
    if (!found) return undefined;
    const [[a, b], separator, orders, monthName] = found;
    const date: DateCell = { parts: [a, b, ""], separator, orders, monthName, yearOf };
    if (monthName !== undefined) return date;
    const fitting = orders.filter((order) => dayOf(date, order, noMonths) !== undefined);
    return fitting.length > 0 ? { ...date, orders: fitting } : undefined;
  };
}
