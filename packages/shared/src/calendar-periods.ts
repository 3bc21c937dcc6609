/** The days, weeks (ISO 8601, starting on Monday), months and years that a calendar day belongs to. */
import {
  type CalendarDate,
  dateParts,
  dayNumber,
  dayOfNumber,
  monthNumber,
  monthOfNumber,
} from "./calendar.ts";

export const periodUnits = ["day", "week", "month", "year"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

const pad = (value: number, length: number) => String(value).padStart(length, "0");

/** `2026-W48`: a week belongs to the year of its Thursday. */
function weekKey(monday: number): string {
  const thursday = monday + 3;
  const { year } = dateParts(dayOfNumber(thursday));
  const week = 1 + Math.floor((thursday - dayNumber(`${pad(year, 4)}-01-01`)) / 7);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

const mondayOf = (number: number) => number - (number % 7);

/** The name of the period of a day: `2026-11-22`, `2026-W47`, `2026-11`, `2026`. */
export function periodKey(unit: PeriodUnit, day: CalendarDate): string {
  if (unit === "week") return weekKey(mondayOf(dayNumber(day)));
  return day.slice(0, { day: 10, month: 7, year: 4 }[unit]);
}

/** The position of a day's period among all periods. */
function periodNumber(unit: PeriodUnit, day: CalendarDate): number {
  if (unit === "year") return dateParts(day).year;
  if (unit === "month") return monthNumber(day);
  return unit === "week" ? Math.floor(dayNumber(day) / 7) : dayNumber(day);
}

function keyOfNumber(unit: PeriodUnit, number: number): string {
  if (unit === "year") return pad(number, 4);
  if (unit === "month") {
    const { year, month } = monthOfNumber(number);
    return `${pad(year, 4)}-${pad(month, 2)}`;
  }
  return unit === "week" ? weekKey(number * 7) : dayOfNumber(number);
}

/**
 * Counts the periods that have at least one day from `from` to `to`. The result is 0 if `to` is before `from`.
 */
export const countPeriods = (unit: PeriodUnit, from: CalendarDate, to: CalendarDate): number =>
  from > to ? 0 : periodNumber(unit, to) - periodNumber(unit, from) + 1;

/** The names of these periods, in order. */
export function periodKeys(unit: PeriodUnit, from: CalendarDate, to: CalendarDate): string[] {
  const first = periodNumber(unit, from);
  return Array.from({ length: countPeriods(unit, from, to) }, (_, index) =>
    keyOfNumber(unit, first + index),
  );
}
