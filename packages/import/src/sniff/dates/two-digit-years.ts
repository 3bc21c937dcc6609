/** Decides whether years of two digits come first or last in dates. */
import type { CalendarDate } from "@outlay/shared";
import { type DateOrder, dateOrders, type DateReader, dayOf } from "../../cells/date-cell.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnStats } from "../table/column-stats.ts";

export interface DateContext {
  /** The statistics of other date columns, which are written in the same way. */
  others: readonly ColumnStats[];
  /** Up to some thousand cells of the column, in the order of the file. */
  cells: readonly string[];
  read: DateReader;
  /** The latest plausible day of a booking. */
  latest: CalendarDate;
  /** Whether the rest of the file shows beyond doubt that the day comes before the month. */
  isDayFirstCountry: boolean;
  /** Whether the file is from a country where years of two digits come first. */
  isYearFirstCountry: boolean;
}

export const daysIn = ({ cells, read }: DateContext, order: DateOrder): CalendarDate[] =>
  cells.flatMap((cell) => {
    const date = read(cell);
    const day = date && dayOf(date, order, new Map());
    return day === undefined ? [] : [day];
  });

export const hasOnlyPoints = ({ dateSeparators }: ColumnStats): boolean =>
  [...dateSeparators].every((separator) => separator === ".");

/** An approximate number of days. */
const dayNumber = (day: CalendarDate): number => {
  const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
  return y * 365 + m * 30.4 + d;
};
const daysBetween = (one: CalendarDate, other: CalendarDate): number =>
  Math.abs(dayNumber(one) - dayNumber(other));

const nearlyAYear = 300;

/** Whether most steps between days are about a year or more, as happens if days are read as years. */
function isJumping(days: readonly CalendarDate[]): boolean {
  const steps = days
    .map((day, index) => daysBetween(day, days[index - 1] ?? day))
    .filter((step) => step > 0);
  return 2 * steps.filter((step) => step > nearlyAYear).length >= Math.max(1, steps.length);
}

const recentDays = 550;
const longAgoDays = 5 * 365;

/**
 * Decides dates with two-digit years, in which the first or the last two digits may be the year. In about half
 * of the countries that put the year first, two-digit years come first too. An order is implausible if days
 * would lie years apart, or long in the past.
 * @param dayOrMonthFirst decides the order if the year comes last
 * @throws ImportRefusal unsure
 */
export function orderOfTwoDigitYears(
  column: ColumnStats,
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
    // A day that seems long past may be recent, because imperial eras restart the count of years.
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
    `The dates have two-digit years, which may come first or last, as in "${example.trim()}".`,
    "Say which it is: --date-format DD.MM.YY, --date-format MM/DD/YY or --date-format YY.MM.DD",
  );
}
