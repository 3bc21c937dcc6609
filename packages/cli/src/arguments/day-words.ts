/** The days that words can mean. A text is understood in full or not at all: leftover words make it no day. */
import {
  type CalendarDate,
  dateOf,
  dateParts,
  dayBefore,
  dayNumber,
  daysBefore,
  isCalendarDate,
} from "@outlay/shared";
import { monthNamed } from "./period.ts";

const maxDaysAway = 36_600;
const leapCycleYears = 8;

const weekdayNames = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** Numbers weekdays from 0 for Monday; names may be cut to three letters. */
function weekdayNamed(word: string): number | undefined {
  const weekday = weekdayNames.findIndex((name) => word.length >= 3 && name.startsWith(word));
  return weekday === -1 ? undefined : weekday;
}

const weekdayOf = (day: CalendarDate) => dayNumber(day) % 7;

const daysAfter = (day: CalendarDate, count: number) => daysBefore(day, -count);

/** The last day with that weekday on or before a day. */
const weekdayUntil = (weekday: number, day: CalendarDate) =>
  daysBefore(day, (weekdayOf(day) - weekday + 7) % 7);

/** The days that exist, without duplicates. */
const existing = (...days: readonly string[]): CalendarDate[] => [
  ...new Set(days.filter(isCalendarDate)),
];

/** A day of the month in each of the years around another day. */
function inYearsAround(around: CalendarDate, month: number, day: number): CalendarDate[] {
  const aroundYear = dateParts(around).year;
  // The closest 29th of February may be eight years away.
  const years = Array.from(
    { length: 2 * leapCycleYears + 1 },
    (_, index) => index - leapCycleYears,
  );
  return existing(...years.map((away) => dateOf(aroundYear + away, month, day)));
}

/** `today`, `yesterday`, `tomorrow`, `-3`, `+3`, `3 days ago`. */
function relativeDay(words: string, today: CalendarDate): CalendarDate | undefined {
  if (words === "today") return today;
  if (words === "yesterday") return dayBefore(today);
  if (words === "tomorrow") return daysAfter(today, 1);
  const [, signed, ago] = /^([-+]\d{1,5})$|^(\d{1,5}) days? ago$/.exec(words) ?? [];
  const count = signed === undefined ? -Number(ago) : Number(signed);
  return Math.abs(count) <= maxDaysAway ? daysAfter(today, count) : undefined;
}

/** Reads `last friday` and `next friday`; neither can be today. */
function namedWeekday(words: string, today: CalendarDate): CalendarDate | undefined {
  const [, which, name = ""] = /^(last|next) (\p{L}+)$/u.exec(words) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday === undefined) return undefined;
  return which === "last"
    ? weekdayUntil(weekday, dayBefore(today))
    : weekdayUntil(weekday, daysAfter(today, 7));
}

const mostYearsAhead = 20;

/** The year with these last two digits that is at most twenty years ahead: `26` is 2026, and `85` is 1985. */
function yearEnding(digits: string, around: CalendarDate): number {
  const { year } = dateParts(around);
  const latest = year + mostYearsAhead;
  return latest - ((latest - Number(digits)) % 100);
}

/**
 * Reads `22.11.2026`, `22.11.26`, and `22.11.` in the years around a day. With points the day always comes
 * first, as it does wherever dates are written so; the machine's locale is ignored.
 */
function pointedDays(words: string, around: CalendarDate): CalendarDate[] {
  const parts = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{2}|\d{4})?)?$/.exec(words);
  if (!parts) return [];
  const [, day, month, year] = parts;
  if (year === undefined) return inYearsAround(around, Number(month), Number(day));
  const fullYear = year.length === 2 ? yearEnding(year, around) : Number(year);
  return existing(dateOf(fullYear, Number(month), Number(day)));
}

/** Reads `2026-11-22` and `2026/11/22`, and `22/11/2026` in both orders of day and month. */
function numericDays(words: string): CalendarDate[] {
  const first = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(words);
  if (first) return existing(dateOf(Number(first[1]), Number(first[3]), Number(first[4])));
  const last = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(words);
  if (!last) return [];
  const [a, b, year] = [Number(last[1]), Number(last[3]), Number(last[4])];
  return existing(dateOf(year, b, a), dateOf(year, a, b));
}

const dayFirst =
  /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(?<month>\p{L}+)\.?(?:(?:,? |-)(?<year>\d{4}))?$/u;
const monthFirst = /^(?<month>\p{L}+)\.? ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/u;

/** Reads `22 nov`, `nov 22nd` and `22 november 2025`; without a year, it means the years around a day. */
function daysOfMonth(words: string, around: CalendarDate): CalendarDate[] {
  const parts = (dayFirst.exec(words) ?? monthFirst.exec(words))?.groups;
  const month = monthNamed(parts?.["month"] ?? "");
  if (month === undefined) return [];
  const day = Number(parts?.["day"]);
  const year = parts?.["year"];
  if (year !== undefined) return existing(dateOf(Number(year), month, day));
  return inYearsAround(around, month, day);
}

export interface MeantDays {
  /** In chronological order; empty if the words are no day. */
  days: readonly CalendarDate[];
  /**
   * Why there are several days: a weekday, a day of the month without a year, or a text that reads as either
   * of two days.
   */
  kind: "weekday" | "yearless" | "either";
}

/**
 * Returns the days that words can mean.
 * @param around the day near which weekdays and days without a year are looked for
 */
export function meantDays(text: string, today: CalendarDate, around: CalendarDate): MeantDays {
  const words = text.trim().toLowerCase().replace(/\s+/g, " ");
  const exact = relativeDay(words, today) ?? namedWeekday(words, today);
  if (exact !== undefined) return { days: [exact], kind: "either" };
  const weekday = weekdayNamed(words);
  if (weekday !== undefined) {
    const next = weekdayUntil(weekday, daysAfter(around, 6));
    return { days: existing(weekdayUntil(weekday, around), next), kind: "weekday" };
  }
  const numeric = numericDays(words);
  if (numeric.length > 0) return { days: numeric, kind: "either" };
  const pointed = pointedDays(words, around);
  if (pointed.length > 0) return { days: pointed, kind: "yearless" };
  return { days: daysOfMonth(words, around), kind: "yearless" };
}

/** Whether words are the beginning of a day that needs more of them: `22`, `nov`, `last`. */
export const beginsDay = (text: string): boolean =>
  /^(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|last|next)$/i.test(text.trim()) ||
  monthNamed(text.trim().toLowerCase()) !== undefined;
