/**
 * A day of the calendar as `YYYY-MM-DD` text. Days have no time zone, so they are counted here with
 * integers and never handed to `Date`.
 */
export type CalendarDate = string;

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Year, month and day of text that looks like one. */
const partsOf = (text: string) => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8)),
});

/** @param month from 1 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return isLeapYear ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is a day that exists, from 0001-01-01 to 9999-12-31. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!datePattern.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const pad = (value: number, length: number) => String(value).padStart(length, "0");

function toText(year: number, month: number, day: number): CalendarDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The calendar day on a clock's wall, in the zone the process runs in. */
export function calendarDayOf(instant: Date): CalendarDate {
  return toText(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
}

/** The day before. */
export function dayBefore(date: CalendarDate): CalendarDate {
  const { year, month, day } = partsOf(date);
  if (day > 1) return toText(year, month, day - 1);
  if (month > 1) return toText(year, month - 1, daysInMonth(year, month - 1));
  return toText(year - 1, 12, 31);
}

/** The day `count` days earlier. */
export function daysBefore(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let step = 0; step < count; step += 1) day = dayBefore(day);
  return day;
}
