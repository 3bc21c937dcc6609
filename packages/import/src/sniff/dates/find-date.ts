/** Finds the column with the days of the bookings. */
import { lazily } from "@outlay/shared";
import { type DateCell, dateOrders, dayOf } from "../../cells/date-cell.ts";
import { unsureOf } from "../../refusal.ts";
import { columnLabel } from "../amounts/amount-cells.ts";
import { type ColumnRole, purchaseDayNames } from "../words/column-names.ts";
import { foldName } from "../words/name-roles.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

const purchaseDays = lazily(() => new Set(purchaseDayNames.split(/[;\n]/).map(foldName)));

/** Whether a name means the day of purchase. A time of day or a qualifier may follow it. */
function isPurchaseDay({ name }: Column): boolean {
  const folded = foldName(name);
  if (folded === "") return false;
  return (
    purchaseDays().has(folded) ||
    [...purchaseDays()].some((day) => day.includes(" ") && folded.startsWith(`${day} `))
  );
}

const otherRoles: readonly ColumnRole[] = ["id", "account", "other"];
const purchaseDay = 5;
const bookingDay = 4;
const unnamed = 2;

/**
 * Ranks days of purchase first, then booking days, columns without a telling name, value dates, and columns
 * that only look like days.
 */
function rank(column: Column): number {
  if (isPurchaseDay(column)) return purchaseDay;
  if (isNamed(column, "date")) return bookingDay;
  if (otherRoles.some((role) => isNamed(column, role))) return 0;
  if (fits(column, "date") > fits(column, "valueDate")) return 3;
  return fits(column, "valueDate") > 0 ? 1 : unnamed;
}

/** Returns the columns of days, the best first. */
export const dateColumns = (columns: readonly Column[]): Column[] =>
  columns
    .filter(({ stats }) => stats.isDates)
    .toSorted((one, other) => rank(other) - rank(one) || one.index - other.index);

/** Finds a column of incomplete dates: a named one, or the only one that holds nothing else. */
export function findShortDate(columns: readonly Column[]): Column | undefined {
  const all = dateColumns(columns).filter(
    (column) => fits(column, "date") > 0 || column.stats.dates === column.stats.filled,
  );
  return all.find((column) => fits(column, "date") > 0) ?? (all.length === 1 ? all[0] : undefined);
}

/**
 * Returns the column of booking days beside one of purchase days. Fees and the like have no day of purchase.
 * Each row alone decides which of its days counts; otherwise its identity would differ in an export without
 * fees.
 */
export const bookingDaysBeside = (columns: readonly Column[], date: Column): Column | undefined =>
  isPurchaseDay(date)
    ? columns.find((column) => isNamed(column, "date") && !isPurchaseDay(column))
    : undefined;

const isCompact = ({ stats }: Column) => [...stats.dateSeparators].every((one) => one === "");

/** Returns approximate day numbers of all readings of a cell. */
const dayNumbers = (cell: DateCell): number[] =>
  dateOrders.flatMap((order) => {
    const day = cell.orders.includes(order) ? dayOf(cell, order, new Map()) : undefined;
    const [y = 0, m = 0, d = 0] = (day ?? "").split("-").map(Number);
    return day === undefined ? [] : [y * 365 + m * 30.4 + d];
  });

/** Returns roughly how many days lie between two cells, in their closest readings. */
function daysApart(one: DateCell, other: DateCell): number {
  const others = dayNumbers(other);
  const between = dayNumbers(one).flatMap((day) => others.map((next) => Math.abs(day - next)));
  return Math.min(...between, Infinity);
}

// Banks book a purchase some days or weeks later.
const near = 40;

/** Whether two columns have about the same days, row by row. */
function areNear({ rows, readDate }: Table, one: Column, other: Column): boolean {
  const distances = rows.flatMap(({ cells }) => {
    const first = readDate(cellOf(cells, one));
    const second = readDate(cellOf(cells, other));
    return first && second && first.monthName === undefined && second.monthName === undefined
      ? [daysApart(first, second)]
      : [];
  });
  return distances.filter((days) => days > near).length <= distances.length / 10;
}

const fewestRows = 3;

/** Whether a column has the day of the statement in every row, while another has days of purchase. */
function isOfStatement(table: Table, best: Column, other: Column): boolean {
  const days = best.stats.distinct;
  if (other === best || days?.size !== 1 || best.stats.filled < fewestRows) return false;
  if (fits(other, "valueDate") > fits(other, "date") || rank(other) === 0) return false;
  return other.stats.filled >= fewestRows && !areNearby(table, best, other);
}

// A bank may book a week's purchases on one day.
const weekDays = 10;

function areNearby({ rows, readDate }: Table, one: Column, other: Column): boolean {
  return rows.every(({ cells }) => {
    const [first, second] = [readDate(cellOf(cells, one)), readDate(cellOf(cells, other))];
    return !first || !second || daysApart(first, second) <= weekDays;
  });
}

/**
 * @returns undefined if no column has days
 * @throws ImportRefusal unsure, if unnamed columns have days that are far apart
 */
export function findDate(table: Table, columns: readonly Column[]): Column | undefined {
  const all = dateColumns(columns);
  const [best] = all;
  if (!best) return undefined;
  const varying = all.find((one) => isOfStatement(table, best, one));
  if (varying) {
    throw unsureOf(
      `${columnLabel(best)} has the same day in every row, but ${columnLabel(varying)} has different ones.`,
      "Name the one that counts: --map date=COLUMN",
    );
  }
  if (rank(best) !== unnamed) return best;
  const rivals = all.filter((one) => rank(one) === unnamed && !areNear(table, best, one));
  if (rivals.length === 0) return best;
  // Numeric ids may look like `20240131`, but never contain separators.
  const written = all.filter((one) => rank(one) === unnamed && !isCompact(one));
  const [first] = written;
  if (first && written.every((one) => areNear(table, first, one))) return first;
  throw unsureOf(
    `Several columns hold dates that are far apart: ${[best, ...rivals].map(columnLabel).join(", ")}.`,
    "Name the one that counts: --map date=COLUMN",
  );
}
