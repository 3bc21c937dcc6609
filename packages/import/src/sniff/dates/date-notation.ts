/** Decides the order of day, month and year in a column, from all its dates. */
import type { CalendarDate } from "@outlay/shared";
import {
  type DateCell,
  type DateOrder,
  dateOrders,
  type DateReader,
} from "../../cells/date-cell.ts";
import { readSixDigits } from "../../cells/short-date.ts";
import { monthsOf } from "../../cells/month-names.ts";
import { badOption, unsureOf } from "../../refusal.ts";
import type { ColumnStats, Example } from "../table/column-stats.ts";
import {
  type DateContext,
  daysIn,
  hasOnlyPoints,
  orderOfTwoDigitYears,
} from "./two-digit-years.ts";

export interface DateNotation {
  order: DateOrder;
  /** The meaning of the month names in the column. */
  months: ReadonlyMap<string, number>;
  /** Reads the column's cells. */
  read: DateReader;
  /** The notation for people: `DD.MM.YYYY`. */
  shown: string;
}

const hint = "Say which it is: --date-format DD/MM/YYYY or --date-format MM/DD/YYYY";
const shownExample = ({ cell, line }: Example) => `"${cell.trim()}" in line ${line}`;

/** Whether the days never fall or never rise. */
function isSorted(days: readonly CalendarDate[]): boolean {
  const falls = days.some((day, index) => day < (days[index - 1] ?? day));
  const grows = days.some((day, index) => day > (days[index - 1] ?? day));
  return !(falls && grows);
}

const minSortedDays = 4;

/** Exports are sorted by time; days that are read in the wrong order jump back and forth. */
function orderByTime(context: DateContext): DateOrder | undefined {
  const dayFirst = daysIn(context, "dmy");
  const monthFirst = daysIn(context, "mdy");
  if (new Set(dayFirst).size < minSortedDays) return undefined;
  if (isSorted(dayFirst) === isSorted(monthFirst)) return undefined;
  return isSorted(dayFirst) ? "dmy" : "mdy";
}

function dayOrMonthFirst(column: ColumnStats, context: DateContext): DateOrder {
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
  // Dates with points always have the day first.
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
    `${shownExample(firstUnsure)} can be read day first or month first, and so can every other date in the file.`,
    hint,
  );
}

const yearsBetween = (days: readonly CalendarDate[]): number => {
  const inTime = days.toSorted();
  return Number(inTime.at(-1)?.slice(0, 4)) - Number(inTime[0]?.slice(0, 4));
};

// The bookings of a list span few years. Read in the wrong order, days turn into years, and span many.
const fewYears = 2;
const manyYears = 5;

/** Decides the order of six digits, any two of which can be the year. */
function orderOfSixDigits(column: ColumnStats, context: DateContext): DateOrder {
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
    `Six-digit dates such as "${example.trim()}" fit ${possible.length === 0 ? "no single order" : "several orders"} of day, month and year.`,
    "Say which it is: --date-format DDMMYY, --date-format MMDDYY or --date-format YYMMDD",
  );
}

/** Decides the order that all numeric dates allow. */
function orderOf(column: ColumnStats, context: DateContext): DateOrder {
  if (context.read === readSixDigits) return orderOfSixDigits(column, context);
  const { dateFits, numericDates } = column;
  if (dateFits.ymd === 0) return dayOrMonthFirst(column, context);
  if (dateFits.dmy === 0 && dateFits.mdy === 0) return "ymd";
  return dateFits.ymd === numericDates
    ? orderOfTwoDigitYears(column, context, () => dayOrMonthFirst(column, context))
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

/** @param given the order to use instead of detecting it @throws ImportRefusal unsure */
export function decideDateNotation(
  column: ColumnStats,
  context: DateContext,
  given?: DateOrder,
): DateNotation {
  const months = monthsOf(column.monthNames);
  if (!months) {
    throw unsureOf(
      `The month names ${[...column.monthNames].slice(0, 3).join(", ")} aren't in any language that Outlay knows.`,
      "Export the dates as numbers.",
    );
  }
  const { read } = context;
  const [example] = context.cells.flatMap((cell) => read(cell) ?? []);
  if (column.numericDates === 0) {
    // A named month beside a year leaves no doubt.
    const order = example?.orders[0] ?? "dmy";
    return { order, months, read, shown: describe(order, example) };
  }
  const order = given ?? orderOf(column, context);
  return { order, months, read, shown: describe(order, example) };
}

/**
 * Parses an order of day, month and year: `DD/MM/YYYY`, `%d/%m/%Y`. Only the order of the letters counts.
 * @throws ImportRefusal bad_option
 */
export function parseDateOrder(text: string): DateOrder {
  const letters = text
    .toLowerCase()
    .replace(/%b/g, "m")
    .replace(/[^dmy]/g, "")
    .replace(/(.)\1+/g, "$1");
  if (letters === "ymd" || letters === "dmy" || letters === "mdy") return letters;
  throw badOption(
    `"${text}" is not a date format.`,
    "Write the order of day, month and year: DD/MM/YYYY, MM/DD/YYYY or YYYY-MM-DD.",
  );
}
