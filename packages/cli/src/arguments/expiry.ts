import { type CalendarDate, calendarDayOf, dateParts, daysBefore } from "@outlay/shared";
import { CliError, usageError } from "../errors/cli-error.ts";
import { parseDay } from "./day.ts";

const howToWrite = (today: CalendarDate) =>
  `Write the last day on which it is valid, like ${daysBefore(today, -90)}, or 90d (days from now).`;

function lastDayOf(text: string, today: CalendarDate): CalendarDate {
  const count = /^(\d{1,5})d$/i.exec(text.trim())?.[1];
  if (count !== undefined) return daysBefore(today, -Number(count));
  try {
    return parseDay(text, today);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw usageError(`"${text}" is not a day on which a key could expire.`, howToWrite(today));
  }
}

/**
 * Reads when a key expires: on a day, or in so many days, as `90d`; it is valid until that day ends in the
 * local time zone.
 * @returns the instant, RFC 3339
 * @throws CliError usage, also for a day in the past
 */
export function parseExpiry(text: string, now: Date): string {
  const today = calendarDayOf(now);
  const last = lastDayOf(text, today);
  if (last < today) {
    throw usageError(
      `A key that expires on ${last} would have expired already.`,
      howToWrite(today),
    );
  }
  const { year, month, day: dayOfMonth } = dateParts(last);
  const midnight = new Date(year, month - 1, dayOfMonth + 1);
  return new Date(midnight.getTime() - 1).toISOString();
}
