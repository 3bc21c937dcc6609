/** Finds how the date column is written, and the order of the rows in time. */
import type { CalendarDate } from "@outlay/shared";
import { dayOf } from "../../cells/date-cell.ts";
import type { DecimalMark } from "../../cells/number-cell.ts";
import type { TimeOrder } from "../balances/balance.ts";
import { type DateNotation, decideDateNotation } from "./date-notation.ts";
import type { Given } from "../../given/given.ts";
import { isDayFirstLanguage, isYearFirstLanguage } from "../words/name-roles.ts";
import { cellOf, type Column, type Table } from "../table/table.ts";

/** The latest plausible day, because some lists include payments that are due within weeks. */
function monthAfter(today: CalendarDate): CalendarDate {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0])}-${String(next[1]).padStart(2, "0")}${today.slice(7)}`;
}

/** @throws ImportRefusal unsure */
export function findDateNotation(
  table: Table,
  columns: readonly Column[],
  date: Column,
  decimal: DecimalMark,
  { dateOrder, today }: Given,
): DateNotation {
  const others = columns.filter((column) => column !== date && column.stats.isDates);
  const names = columns.map(({ name }) => name);
  const context = {
    others: others.map(({ stats }) => stats),
    cells: table.cellsOf(date),
    read: table.readDate,
    latest: monthAfter(today),
    isDayFirstCountry: isDayFirstLanguage(names) || (decimal === "," && date.stats.hasPaddedDates),
    isYearFirstCountry: isYearFirstLanguage(names),
  };
  return decideDateNotation(date.stats, context, dateOrder);
}

/** Makes a function that returns the day of a row. */
export const dayReader =
  (date: Column, { order, months, read }: DateNotation) =>
  (cells: readonly string[]): CalendarDate | undefined => {
    const day = read(cellOf(cells, date));
    return day && dayOf(day, order, months);
  };

export function timeOrderOf(days: readonly (CalendarDate | undefined)[]): TimeOrder {
  const known = days.filter((day) => day !== undefined);
  const first = known[0] ?? "";
  const last = known.at(-1) ?? "";
  if (first === last) return "unknown";
  return first < last ? "oldest first" : "newest first";
}
