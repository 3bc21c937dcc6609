import { type CalendarDate, dayBefore, daysBefore, isCalendarDate } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";

const maxDaysAgo = 36_600;

/**
 * A day as people write it: `2026-11-22`, `today`, `yesterday`, `-3` (days ago).
 * @throws CliError usage
 */
export function parseDay(text: string, today: CalendarDate): CalendarDate {
  const word = text.trim().toLowerCase();
  if (word === "today") return today;
  if (word === "yesterday") return dayBefore(today);
  const daysAgo = /^-(\d{1,5})$/.exec(word)?.[1];
  if (daysAgo !== undefined && Number(daysAgo) <= maxDaysAgo) {
    return daysBefore(today, Number(daysAgo));
  }
  if (isCalendarDate(word)) return word;
  throw usageError(
    `Date "${text}" is not a day of the calendar.`,
    `Write it like ${today}, today, yesterday or -3 (days ago).`,
  );
}
