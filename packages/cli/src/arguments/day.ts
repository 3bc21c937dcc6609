import { type CalendarDate, daysBetween } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { beginsDay, meantDays } from "./day-words.ts";

/** How to choose among the days that a weekday or a date without a year can mean. */
export interface DayReading {
  /** The last one up to `day`, the first one from `day` on, or the one closest to it; `day` itself counts. */
  which: "last" | "first" | "closest";
  of: CalendarDate;
}

/** @param days in chronological order */
function chosen(
  days: readonly CalendarDate[],
  isWeekday: boolean,
  { which, of }: DayReading,
): CalendarDate | undefined {
  if (which === "last") return days.findLast((day) => day <= of);
  const first = days.find((day) => day >= of);
  // People rarely mean a past weekday when the closest one is asked for.
  if (which === "first" || isWeekday) return first;
  const distance = (day: CalendarDate) => Math.abs(daysBetween(of, day));
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The forms that a day can take, for the help of options. */
export const dayForms = 'today, yesterday, -3 (days ago), monday, "22 nov", 2026-11-22';

/**
 * Reads a day as people write it: `2026-11-22`, `today`, `yesterday`, `-3` (days ago), `monday`, `last
 * friday`, `22 nov`, `nov 22 2025`, `22.11.`, `22.11.2026`. A weekday alone may be today.
 * @param reading chooses among weekdays and days without a year; by default the last that aren't in the
 * future
 * @throws CliError usage, also for a text that reads as two days: `03/04/2026`
 */
export function parseDay(
  text: string,
  today: CalendarDate,
  reading: DayReading = { which: "last", of: today },
): CalendarDate {
  const { days, kind } = meantDays(text, today, reading.of);
  const [one, other] = days;
  if (one !== undefined && other !== undefined && kind === "either") {
    throw usageError(
      `Date "${text}" could be ${one} or ${other}.`,
      `Write it with the year first: ${one}`,
    );
  }
  const day = days.length > 1 ? chosen(days, kind === "weekday", reading) : one;
  if (day !== undefined) return day;
  throw usageError(
    `Date "${text}" is not a day of the calendar.`,
    beginsDay(text)
      ? 'A day of several words needs quotes, like "22 nov" or "last friday".'
      : `Write it like ${today}, today, yesterday, -3 (days ago), monday or "22 nov".`,
  );
}
