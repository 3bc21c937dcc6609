/** In which order the days of a column are written, from all of them. */
import type { CalendarDate } from "@outlay/shared";
import {
  type DateCell,
  type DateOrder,
  dateOrders,
  type DateReader,
  dayOf,
} from "../cells/date-cell.ts";
import { readSixDigits } from "../cells/short-date.ts";
import { monthsOf } from "../cells/month-names.ts";
import { usageError } from "../../errors/cli-error.ts";
import { unsureOf } from "../import-error.ts";
import type { ColumnProfile, Example } from "./column-profile.ts";

export interface DateFormat {
  order: DateOrder;
  /** What the names of months in the column mean. */
  months: ReadonlyMap<string, number>;
  /** Reads the column's cells. */
  read: DateReader;
  /** For people: `DD.MM.YYYY`. */
  shown: string;
}

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

const hint = "Say which it is: --date-format DD/MM/YYYY or --date-format MM/DD/YYYY";
const shownExample = ({ cell, line }: Example) => `"${cell.trim()}" in line ${line}`;

const daysIn = ({ cells, read }: DateContext, order: DateOrder): CalendarDate[] =>
  cells.flatMap((cell) => {
    const date = read(cell);
    const day = date && dayOf(date, order, new Map());
    return day === undefined ? [] : [day];
  });

/** Whether the days only grow or only shrink, and how many different ones there are. */
function isSorted(days: readonly CalendarDate[]): boolean {
  const falls = days.some((day, index) => day < (days[index - 1] ?? day));
  const grows = days.some((day, index) => day > (days[index - 1] ?? day));
  return !(falls && grows);
}

const minSortedDays = 4;

/** Exports are in the order of time; read wrongly, days jump. */
function orderByTime(context: DateContext): DateOrder | undefined {
  const dayFirst = daysIn(context, "dmy");
  const monthFirst = daysIn(context, "mdy");
  if (new Set(dayFirst).size < minSortedDays) return undefined;
  if (isSorted(dayFirst) === isSorted(monthFirst)) return undefined;
  return isSorted(dayFirst) ? "dmy" : "mdy";
}

const hasOnlyPoints = ({ dateSeparators }: ColumnProfile): boolean =>
  [...dateSeparators].every((separator) => separator === ".");

function dayOrMonthFirst(column: ColumnProfile, context: DateContext): DateOrder {
  const { dateProof, firstUnsure } = column;
  const { dmy, mdy } = dateProof;
  if (dmy && mdy) {
    throw unsureOf(
      `The day comes first in ${shownExample(dmy)}, and the month in ${shownExample(mdy)}.`,
      `${hint} (rows that don't fit are then rejected).`,
    );
  }
  if (dmy) return "dmy";
  if (mdy) return "mdy";
  const { latest } = context;
  const isPossible = (order: DateOrder) => column.lastDay[order] <= latest;
  if (isPossible("dmy") !== isPossible("mdy")) return isPossible("dmy") ? "dmy" : "mdy";
  // 03/03/2024 is the same day either way.
  if (!firstUnsure) return "dmy";
  // Points stand between day, month and year only where the day comes first.
  if (hasOnlyPoints(column)) return "dmy";
  const alike = context.others.filter((other) =>
    [...column.dateSeparators].every((separator) => other.dateSeparators.has(separator)),
  );
  const known = alike.find((other) => other.dateProof.dmy ?? other.dateProof.mdy);
  if (known) return dayOrMonthFirst(known, { ...context, others: [] });
  const byTime = orderByTime(context);
  if (byTime) return byTime;
  if (context.isDayFirstCountry) return "dmy";
  throw unsureOf(
    `${shownExample(firstUnsure)} can be day and month or month and day, and so can every date of the file.`,
    hint,
  );
}

const yearsBetween = (days: readonly CalendarDate[]): number => {
  const inTime = days.toSorted();
  return Number(inTime.at(-1)?.slice(0, 4)) - Number(inTime[0]?.slice(0, 4));
};

// A list of bookings that is read rightly reaches over few years; read wrongly, its days are its years.
const fewYears = 2;
const manyYears = 5;

/** Of six digits, any two can be the year. */
function orderOfSixDigits(column: ColumnProfile, context: DateContext): DateOrder {
  const possible = dateOrders.filter(
    (order) =>
      column.dateFits[order] === column.numericDates && column.lastDay[order] <= context.latest,
  );
  const likely = possible.filter((order) => yearsBetween(daysIn(context, order)) <= fewYears);
  const [order = "dmy"] = likely;
  const isOnly = possible.every(
    (one) => one === order || yearsBetween(daysIn(context, one)) >= manyYears,
  );
  if (likely.length === 1 && isOnly) return order;
  const example = context.cells.find((cell) => context.read(cell)) ?? "";
  throw unsureOf(
    `The dates of six digits, such as "${example.trim()}", can be read in ${possible.length === 0 ? "no one order" : "several orders"}.`,
    "Say which it is: --date-format DDMMYY, --date-format MMDDYY or --date-format YYMMDD",
  );
}

/** In days, about. */
const daysBetween = (one: CalendarDate, other: CalendarDate): number => {
  const dayNumber = (day: CalendarDate) => {
    const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
    return y * 365 + m * 30.4 + d;
  };
  return Math.abs(dayNumber(one) - dayNumber(other));
};

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
 */
function orderOfTwoDigitYears(column: ColumnProfile, context: DateContext): DateOrder {
  const { latest, isYearFirstCountry } = context;
  const possible = dateOrders.filter(
    (order) =>
      column.dateFits[order] === column.numericDates && column.lastDay[order] <= latest,
  );
  if (!possible.includes("ymd")) return dayOrMonthFirst(column, context);
  const age = (order: DateOrder) => daysBetween(column.lastDay[order], latest);
  const yearFirst = (): DateOrder => {
    // Long ago may be today: an emperor's years are counted anew.
    if (isYearFirstCountry && age("ymd") >= 2 * longAgoDays) throw openYears(context);
    return "ymd";
  };
  if (possible.length === 1) return yearFirst();
  const others = possible.filter((order) => order !== "ymd" && !isJumping(daysIn(context, order)));
  const isYearFirst = !isJumping(daysIn(context, "ymd"));
  if (!isYearFirst && others.length > 0) return dayOrMonthFirst(column, context);
  const mayBeYearFirst = isYearFirst && (isYearFirstCountry || age("ymd") <= recentDays);
  if (mayBeYearFirst && others.length === 0) return yearFirst();
  if (isYearFirst && others.length > 0) {
    const isOld = (order: DateOrder) => age(order) >= longAgoDays;
    if (isYearFirstCountry && !(isOld("ymd") && !others.every(isOld))) return yearFirst();
    const isUsual = isOld("ymd") || context.isDayFirstCountry || hasOnlyPoints(column);
    if (isUsual && !isYearFirstCountry && !others.some(isOld)) return dayOrMonthFirst(column, context);
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

/** The order that all the dates written with numbers allow. */
function orderOf(column: ColumnProfile, context: DateContext): DateOrder {
  if (context.read === readSixDigits) return orderOfSixDigits(column, context);
  const { dateFits, numericDates } = column;
  if (dateFits.ymd === 0) return dayOrMonthFirst(column, context);
  if (dateFits.dmy === 0 && dateFits.mdy === 0) return "ymd";
  return dateFits.ymd === numericDates
    ? orderOfTwoDigitYears(column, context)
    : dayOrMonthFirst(column, context);
}

function describe(order: DateOrder, date: DateCell | undefined): string {
  if (!date) return order;
  const { parts, separator, monthName } = date;
  const letters = order === "ymd" ? "YMD" : order === "dmy" ? "DMY" : "MDY";
  return parts
    .flatMap((part, index) => {
      if (part === "") return [];
      return part === monthName ? "MMM" : (letters[index] ?? "").repeat(part.length);
    })
    .join(separator);
}

/**
 * @param given the order to take instead of finding it out
 * @throws CliError import_unsure
 */
export function decideDateFormat(
  column: ColumnProfile,
  context: DateContext,
  given?: DateOrder,
): DateFormat {
  const months = monthsOf(column.monthNames);
  if (!months) {
    throw unsureOf(
      `The months ${[...column.monthNames].slice(0, 3).join(", ")} are of no language known here.`,
      "Export the dates with numbers.",
    );
  }
  const { read } = context;
  const [example] = context.cells.flatMap((cell) => read(cell) ?? []);
  if (column.numericDates === 0) {
    // Where one part is a name and one the year, nothing is left open.
    const order = example?.orders[0] ?? "dmy";
    return { order, months, read, shown: describe(order, example) };
  }
  const order = given ?? orderOf(column, context);
  return { order, months, read, shown: describe(order, example) };
}

/**
 * The order that somebody names: `DD/MM/YYYY`, `%d/%m/%Y`; only the order of the letters counts.
 * @throws CliError usage
 */
export function parseDateFormat(text: string): DateOrder {
  const letters = text
    .toLowerCase()
    .replace(/%b/g, "m")
    .replace(/[^dmy]/g, "")
    .replace(/(.)\1+/g, "$1");
  if (letters === "ymd" || letters === "dmy" || letters === "mdy") return letters;
  throw usageError(
    `Date format "${text}" is none.`,
    "Write the order of day, month and year: DD/MM/YYYY, MM/DD/YYYY or YYYY-MM-DD.",
  );
}
