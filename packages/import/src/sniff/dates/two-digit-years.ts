/** Dates whose years have two digits, which may stand first or last. */
import type { CalendarDate } from "@outlay/shared";
import { type DateOrder, dateOrders, type DateReader, dayOf } from "../../cells/date-cell.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnProfile } from "../table/column-profile.ts";

export interface DateContext {
  /** Other columns of dates, which are written in the same way. */
  others: readonly ColumnProfile[];
  /** The cells of the column in the order of the file, some thousand at most. */
  cells: readonly string[];
  read: DateReader;
  /** Bookings aren't of days far behind this one. */
  latest: CalendarDate;
  /** What else tells how people write there; only where it leaves no doubt. */
  isDayFirstCountry: boolean;
  /** Whether the file is from where years of two digits stand first. */
  isYearFirstCountry: boolean;
}

export const daysIn = ({ cells, read }: DateContext, order: DateOrder): CalendarDate[] =>
  cells.flatMap((cell) => {
    const date = read(cell);
    const day = date && dayOf(date, order, new Map());
    return day === undefined ? [] : [day];
  });

export const hasOnlyPoints = ({ dateSeparators }: ColumnProfile): boolean =>
  [...dateSeparators].every((separator) => separator === ".");

/** In days, about. */
const dayNumber = (day: CalendarDate): number => {
  const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
  return y * 365 + m * 30.4 + d;
};
const daysBetween = (one: CalendarDate, other: CalendarDate): number =>
  Math.abs(dayNumber(one) - dayNumber(other));

const nearlyAYear = 300;

/** Whether most steps from one day of the file to the next are of years: read in the wrong order, days are years. */
function isJumping(days: readonly CalendarDate[]): boolean {
  const steps = days
    .map((day, index) => daysBetween(day, days[index - 1] ?? day))
    .filter((step) => step > 0);
  return 2 * steps.filter((step) => step > nearlyAYear).length >= Math.max(1, steps.length);
}

const recentDays = 550;
const longAgoDays = 5 * 365;

/**
 * Of years with two digits, the first or the last two may be the year: in half of the countries where the year stands
 * first it is so, too. What makes the days of a list lie years apart, or long ago, is no reading of it.
 * @param dayOrMonthFirst tells the order where the year stands last
 * @throws ImportRefusal unsure
 */
export function orderOfTwoDigitYears(
  column: ColumnProfile,
  context: DateContext,
  dayOrMonthFirst: () => DateOrder,
): DateOrder {
  const { latest, isYearFirstCountry } = context;
  const possible = dateOrders.filter(
    (order) => column.dateFits[order] === column.numericDates && column.lastDay[order] <= latest,
  );
  if (!possible.includes("ymd")) return dayOrMonthFirst();
  const age = (order: DateOrder) => daysBetween(column.lastDay[order], latest);
  const yearFirst = (): DateOrder => {
    // Long ago may be today: an emperor's years are counted anew.
    if (isYearFirstCountry && age("ymd") >= 2 * longAgoDays) throw openYears(context);
    return "ymd";
  };
  if (possible.length === 1) return yearFirst();
  const others = possible.filter((order) => order !== "ymd" && !isJumping(daysIn(context, order)));
  const isYearFirst = !isJumping(daysIn(context, "ymd"));
  if (!isYearFirst && others.length > 0) return dayOrMonthFirst();
  const mayBeYearFirst = isYearFirst && (isYearFirstCountry || age("ymd") <= recentDays);
  if (mayBeYearFirst && others.length === 0) return yearFirst();
  if (isYearFirst && others.length > 0) {
    const isOld = (order: DateOrder) => age(order) >= longAgoDays;
    if (isYearFirstCountry && !(isOld("ymd") && !others.every(isOld))) return yearFirst();
    const isUsual = isOld("ymd") || context.isDayFirstCountry || hasOnlyPoints(column);
    if (isUsual && !isYearFirstCountry && !others.some(isOld)) return dayOrMonthFirst();
  }
  throw openYears(context);
}

function openYears({ cells, read }: DateContext): Error {
  const example = cells.find((cell) => read(cell)) ?? "";
  return unsureOf(
    `The dates have years of two digits, which may stand first or last, as in "${example.trim()}".`,
    "Say which it is: --date-format DD.MM.YY, --date-format MM/DD/YY or --date-format YY.MM.DD",
  );
}
