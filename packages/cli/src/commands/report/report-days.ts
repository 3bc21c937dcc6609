/** The days that a report is about, and those before that they are compared with. */
import {
  type CalendarDate,
  dayBefore,
  daysBefore,
  daysBetween,
  daysInMonth,
  dateOf,
  dateParts,
  monthNumber,
  monthOfNumber,
  type SpendingGrouping,
} from "@outlay/shared";
import { monthAround, monthName, type Period, yearAround } from "../../arguments/period.ts";

/** What is shown where nothing else is asked for: not so much that it can't be read. */
export function usualDays(by: SpendingGrouping, today: CalendarDate): Partial<Period> {
  if (by === "year") return {};
  return by === "month" ? yearAround(today) : monthAround(today);
}

const isSame = (one: Period, other: Period) => one.from === other.from && one.to === other.to;

const isMonth = (days: Period) => isSame(days, monthAround(days.from));
const isYear = (days: Period) => isSame(days, yearAround(days.from));

/** `November 2026`, `2026`, `2026-11-22`, `2026-11-01 to 2026-11-22`, `since 2026-11-01`. */
export function daysText({ from, to }: Partial<Period>): string {
  if (from === undefined) return to === undefined ? "all time" : `until ${to}`;
  if (to === undefined) return `since ${from}`;
  const { year, month } = dateParts(from);
  if (isYear({ from, to })) return String(year);
  if (isMonth({ from, to })) return `${monthName(month)} ${year}`;
  return from === to ? from : `${from} to ${to}`;
}

/** How many whole months these are; undefined where they begin or end within one. */
function monthsIn({ from, to }: Period): number | undefined {
  const [first, last] = [dateParts(from), dateParts(to)];
  if (first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) return undefined;
  return monthNumber(to) - monthNumber(from) + 1;
}

/** The same day so many months before, or the last one that there is in that month. */
function monthsBefore(date: CalendarDate, count: number): CalendarDate {
  const { year, month } = monthOfNumber(monthNumber(date) - count);
  return dateOf(year, month, Math.min(dateParts(date).day, daysInMonth(year, month)));
}

/** What of some days has passed, and as much of the time before. */
export interface Compared {
  now: Period;
  before: Period;
}

/**
 * What is compared with what: whole months with as many before, other days with as many before. Of those that
 * aren't over, only what has passed is, and with the same days of the time before: half a month with half a
 * month. Undefined where there is no time before.
 */
export function comparedDays(days: Period, today: CalendarDate): Compared | undefined {
  const { from, to } = days;
  if (to < from) return undefined;
  const length = daysBetween(from, to) + 1;
  // So that neither days nor months lead to before the first day there is.
  if (daysBetween("0001-01-01", from) < length + 31) return undefined;
  const months = monthsIn(days);
  const earlier = (day: CalendarDate) =>
    months === undefined ? daysBefore(day, length) : monthsBefore(day, months);
  const isOver = today < from || today >= to;
  return {
    now: { from, to: isOver ? to : today },
    before: { from: earlier(from), to: isOver ? dayBefore(from) : earlier(today) },
  };
}
