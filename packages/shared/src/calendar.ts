/**
 * A day of the calendar as `YYYY-MM-DD` text. A day has no time zone, so this file calculates with integers and
 * never converts a day to a `Date`.
 */
export type CalendarDate = string;

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** The year, month and day of a text that looks like a date. */
export const dateParts = (text: string) => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8)),
});

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is an existing day, from 0001-01-01 to 9999-12-31. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!datePattern.test(text)) return false;
  const { year, month, day } = dateParts(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const pad = (value: number, length: number) => String(value).padStart(length, "0");

export function dateOf(year: number, month: number, day: number): CalendarDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The number of months from January of the year 0 to the month of this day. */
export function monthNumber(date: CalendarDate): number {
  const { year, month } = dateParts(date);
  return year * 12 + month - 1;
}

/** The month with this number. */
export const monthOfNumber = (number: number) => ({
  year: Math.floor(number / 12),
  month: (number % 12) + 1,
});

/** The calendar day at this instant, in the time zone of the process. */
export function calendarDayOf(instant: Date): CalendarDate {
  return dateOf(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
}

/** The local time, in the time zone of the process: `09:05`. */
export const clockTimeOf = (instant: Date): string =>
  `${pad(instant.getHours(), 2)}:${pad(instant.getMinutes(), 2)}`;

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** The number of days from 0001-01-01, which was a Monday, to this day. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  let number = daysBeforeYear(year) + day - 1;
  for (let past = 1; past < month; past += 1) number += daysInMonth(year, past);
  return number;
}

/** The day with this number. */
export function dayOfNumber(number: number): CalendarDate {
  // 400 years have 146,097 days, so this estimate is the right year or slightly before it.
  let year = Math.floor((number * 400) / 146_097);
  while (daysBeforeYear(year + 1) <= number) year += 1;
  let month = 1;
  let day = number - daysBeforeYear(year) + 1;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
  }
  return dateOf(year, month, day);
}

/** The number of days from one day to another: 1 if `to` is the day after `from`. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from);

/** The day `count` days earlier. */
export function daysBefore(date: CalendarDate, count: number): CalendarDate {
  return dayOfNumber(dayNumber(date) - count);
}

/** The previous day. */
export const dayBefore = (date: CalendarDate): CalendarDate => daysBefore(date, 1);
