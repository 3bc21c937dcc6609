import { type CalendarDate, daysBetween } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { beginsDay, meantDays } from "./day-words.ts";

/** Which day a weekday is, or a day without a year. */
export interface DayReading {
  /** The last one until a day, the first one from a day on, or the one closest to it; itself included. */
  which: "last" | "first" | "closest";
  /** That day. */
  of: CalendarDate;
}

/** @param days in their order */
function chosen(
  days: readonly CalendarDate[],
  isWeekday: boolean,
  { which, of }: DayReading,
): CalendarDate | undefined {
  if (which === "last") return days.findLast((day) => day <= of);
  const first = days.find((day) => day >= of);
  // Hardly anybody means a weekday that is over by the closest one.
  if (which === "first" || isWeekday) return first;
  const distance = (day: CalendarDate) => Math.abs(daysBetween(of, day));
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** How days can be written, for the help of options. */
export const dayForms = 'today, yesterday, -3 (days ago), monday, "22 nov", 2026-11-22';

/**
 * A day as people write it: `2026-11-22`, `today`, `yesterday`, `-3` (days ago), `monday`, `last friday`,
 * `22 nov`, `nov 22 2025`, `22.11.`, `22.11.2026`. A weekday alone may be today.
 * @param reading of weekdays and days without a year: else the last ones that aren't in the future
 * @throws CliError usage, also for what reads as two days: `03/04/2026`
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
