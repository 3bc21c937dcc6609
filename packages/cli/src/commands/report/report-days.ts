/** The days that a report covers, and the earlier days that they are compared with. */
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

/** The default number of groups: few enough to be readable. */
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

/** The number of whole months in a range of days; undefined if it begins or ends within a month. */
function monthsIn({ from, to }: Period): number | undefined {
  const [first, last] = [dateParts(from), dateParts(to)];
  if (first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) return undefined;
  return monthNumber(to) - monthNumber(from) + 1;
}

/** A day so many months earlier, or the last day of that month if it is shorter. */
function monthsBefore(date: CalendarDate, count: number): CalendarDate {
  const { year, month } = monthOfNumber(monthNumber(date) - count);
  return dateOf(year, month, Math.min(dateParts(date).day, daysInMonth(year, month)));
}

/** The part of some days that has passed, and an equal part of the time before. */
export interface Compared {
  now: Period;
  before: Period;
}

/**
 * Finds the days to compare: whole months with as many months before, other days with as many days before. If
 * the days aren't over, only the part that has passed is compared, with the same part of the time before:
 * half a month with half a month. Undefined if there is no time before.
 */
export function comparedDays(days: Period, today: CalendarDate): Compared | undefined {
  const { from, to } = days;
  if (to < from) return undefined;
  const length = daysBetween(from, to) + 1;
  // Keeps both days and months from going back beyond the first day of the calendar.
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
