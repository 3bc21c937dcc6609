import { type CalendarDate, dayBefore, daysInMonth } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";

/** The days from the first to the last, both included. */
export interface Period {
  from: CalendarDate;
  to: CalendarDate;
}

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** @param month from 1 */
export const monthName = (month: number): string => monthNames[month - 1] ?? "";

const pad = (value: number, length: number) => String(value).padStart(length, "0");

const monthOf = (year: number, month: number): Period => {
  const start = `${pad(year, 4)}-${pad(month, 2)}`;
  return { from: `${start}-01`, to: `${start}-${daysInMonth(year, month)}` };
};

const yearOf = (year: number): Period => ({
  from: `${pad(year, 4)}-01-01`,
  to: `${pad(year, 4)}-12-31`,
});

const yearIn = (day: CalendarDate) => Number(day.slice(0, 4));
const monthIn = (day: CalendarDate) => Number(day.slice(5, 7));

/** The month that contains a day. */
export const monthAround = (day: CalendarDate): Period => monthOf(yearIn(day), monthIn(day));

/** The year that contains a day. */
export const yearAround = (day: CalendarDate): Period => yearOf(yearIn(day));

/** The number of a month from 1, given its name or at least its first three letters. */
export function monthNamed(word: string): number | undefined {
  const index = monthNames.findIndex(
    (name) => word.length >= 3 && name.toLowerCase().startsWith(word),
  );
  return index === -1 ? undefined : index + 1;
}

/** The last month of that name that has begun. */
function namedMonth(word: string, today: CalendarDate): Period | undefined {
  const month = monthNamed(word);
  if (month === undefined) return undefined;
  return monthOf(month > monthIn(today) ? yearIn(today) - 1 : yearIn(today), month);
}

/**
 * Reads a month as people write it: `2026-11`, `nov`, `this`, `last`.
 * @throws CliError usage
 */
export function parseMonth(text: string, today: CalendarDate): Period {
  const word = text.trim().toLowerCase();
  if (word === "this") return monthAround(today);
  if (word === "last") return monthAround(dayBefore(monthAround(today).from));
  const [, year = "", month = ""] = /^(\d{4})-(\d{1,2})$/.exec(word) ?? [];
  if (Number(year) >= 1 && Number(month) >= 1 && Number(month) <= 12) {
    return monthOf(Number(year), Number(month));
  }
  const named = namedMonth(word, today);
  if (named) return named;
  throw usageError(
    `"${text}" is not a month.`,
    `Write it like ${today.slice(0, 7)}, november, this or last.`,
  );
}

/**
 * Reads a year as people write it: `2026`, `this`, `last`.
 * @throws CliError usage
 */
export function parseYear(text: string, today: CalendarDate): Period {
  const word = text.trim().toLowerCase();
  if (word === "this") return yearAround(today);
  if (word === "last") return yearAround(dayBefore(yearAround(today).from));
  if (/^\d{4}$/.test(word) && Number(word) >= 1) return yearOf(Number(word));
  throw usageError(`"${text}" is not a year.`, `Write it like ${today.slice(0, 4)}, this or last.`);
}
