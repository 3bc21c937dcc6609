/** The column of days, and how the rows lie in time. */
import type { CalendarDate } from "@outlay/shared";
import { dayOf, readDateCell } from "../cells/date-cell.ts";
import type { DecimalMark } from "../cells/number-cell.ts";
import type { TimeOrder } from "./balance.ts";
import { type DateFormat, decideDateFormat } from "./date-format.ts";
import type { Given } from "./given.ts";
import { isDayFirstLanguage } from "./name-roles.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "./table.ts";

/** Days of bookings before days that a name says nothing of, and these before days of values. */
function rank(column: Column): number {
  if (isNamed(column, "date")) return 3;
  if (fits(column, "date") > fits(column, "valueDate")) return 2;
  return fits(column, "valueDate") > 0 ? 0 : 1;
}

/** The best of those whose cells are days. */
export const findDate = (columns: readonly Column[]): Column | undefined =>
  columns
    .filter(({ profile }) => profile.isDates)
    .toSorted((one, other) => rank(other) - rank(one) || one.index - other.index)[0];

const hasAmountAndDate = (columns: readonly Column[]): boolean =>
  columns.some((column) => isNamed(column, "amount") && column.profile.isNumbers) &&
  findDate(columns) !== undefined;

/** Rows that are shorter than the header lack names in its midst; those on the right still hold. */
export function alignedColumns(table: Table, names: readonly string[]): Column[] {
  const asWritten = table.columns(names);
  const missing = names.findLastIndex((name) => name.trim() !== "") + 1 - table.width;
  const hasNamedAmount = asWritten.some((column) => isNamed(column, "amount"));
  if (missing <= 0 || !hasNamedAmount || hasAmountAndDate(asWritten)) return asWritten;
  for (let kept = 1; kept < table.width; kept += 1) {
    const columns = table.columns([...names.slice(0, kept), ...names.slice(kept + missing)]);
    if (hasAmountAndDate(columns)) return columns;
  }
  return asWritten;
}

/** Some lists have what is due within weeks. */
function monthAfter(today: CalendarDate): CalendarDate {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0])}-${String(next[1]).padStart(2, "0")}${today.slice(7)}`;
}

/** @throws CliError import_unsure */
export function findDateFormat(
  table: Table,
  columns: readonly Column[],
  date: Column,
  decimal: DecimalMark,
  { dateOrder, today }: Given,
): DateFormat {
  const others = columns.filter((column) => column !== date && column.profile.isDates);
  const names = columns.map(({ name }) => name);
  const context = {
    others: others.map(({ profile }) => profile),
    cells: table.cellsOf(date),
    latest: monthAfter(today),
    isDayFirstCountry:
      isDayFirstLanguage(names) || (decimal === "," && date.profile.hasPaddedDates),
  };
  return decideDateFormat(date.profile, context, dateOrder);
}

/** Gives the day of a row. */
export const dayReader =
  (date: Column, { order, months }: DateFormat) =>
  (cells: readonly string[]): CalendarDate | undefined => {
    const read = readDateCell(cellOf(cells, date));
    return read && dayOf(read, order, months);
  };

export function timeOrderOf(days: readonly (CalendarDate | undefined)[]): TimeOrder {
  const known = days.filter((day) => day !== undefined);
  const first = known[0] ?? "";
  const last = known.at(-1) ?? "";
  if (first === last) return "unknown";
  return first < last ? "oldest first" : "newest first";
}
