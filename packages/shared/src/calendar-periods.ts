/** Days counted, and the weeks (ISO 8601, Monday first), months and years that they are in. */
import { type CalendarDate, daysInMonth } from "./calendar.ts";

export const periodUnits = ["day", "week", "month", "year"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Days before the first of each month, in a year without a leap day. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const daysIn400Years = 146_097;

const partsOf = (day: CalendarDate) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  dayOfMonth: Number(day.slice(8)),
});

/** Days from 0001-01-01 to the first of a year. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

const dayOfYear = ({ year, month, dayOfMonth }: ReturnType<typeof partsOf>): number =>
  (daysBeforeMonth[month - 1] ?? 0) + dayOfMonth - 1 + (month > 2 ? daysInMonth(year, 2) - 28 : 0);

/** How many days after 0001-01-01, which is a Monday, a day is. */
export function dayNumber(day: CalendarDate): number {
  const parts = partsOf(day);
  return daysBeforeYear(parts.year) + dayOfYear(parts);
}

const pad = (value: number, length: number) => String(value).padStart(length, "0");

/** The day that is so many days after 0001-01-01. */
export function dayOfNumber(number: number): CalendarDate {
  // Never too late: there are no more days in a year than on average plus one.
  let year = 1 + Math.floor((number * 400) / daysIn400Years);
  if (daysBeforeYear(year) > number) year -= 1;
  else if (daysBeforeYear(year + 1) <= number) year += 1;
  let rest = number - daysBeforeYear(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(rest + 1, 2)}`;
}

/** The day `count` days later, or earlier. */
export const daysAfter = (day: CalendarDate, count: number): CalendarDate =>
  dayOfNumber(dayNumber(day) + count);

/** `2026-W48`: a week belongs to the year that its Thursday is in. */
function weekKey(monday: number): string {
  const { year, ...thursday } = partsOf(dayOfNumber(monday + 3));
  const week = 1 + Math.floor(dayOfYear({ year, ...thursday }) / 7);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

const mondayOf = (number: number) => number - (number % 7);

/** The name of the period that a day is in: `2026-11-22`, `2026-W47`, `2026-11`, `2026`. */
export function periodKey(unit: PeriodUnit, day: CalendarDate): string {
  if (unit === "week") return weekKey(mondayOf(dayNumber(day)));
  return day.slice(0, { day: 10, month: 7, year: 4 }[unit]);
}

/** Where a day's period is in the order of all periods. */
function periodNumber(unit: PeriodUnit, day: CalendarDate): number {
  const { year, month } = partsOf(day);
  if (unit === "year") return year;
  if (unit === "month") return year * 12 + month - 1;
  return unit === "week" ? Math.floor(dayNumber(day) / 7) : dayNumber(day);
}

function keyOfNumber(unit: PeriodUnit, number: number): string {
  if (unit === "year") return pad(number, 4);
  if (unit === "month") return `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
  return unit === "week" ? weekKey(number * 7) : dayOfNumber(number);
}

/** How many periods the days from the first to the last are in; none where they end before they begin. */
export const countPeriods = (unit: PeriodUnit, from: CalendarDate, to: CalendarDate): number =>
  from > to ? 0 : periodNumber(unit, to) - periodNumber(unit, from) + 1;

/** The names of these periods, as they follow each other. */
export function periodKeys(unit: PeriodUnit, from: CalendarDate, to: CalendarDate): string[] {
  const first = periodNumber(unit, from);
  return Array.from({ length: countPeriods(unit, from, to) }, (_, index) =>
    keyOfNumber(unit, first + index),
  );
}
