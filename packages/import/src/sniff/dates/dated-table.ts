/** Gathers the rows of a file and finds their date column, however dates are written. */
import { type DateReader, readDateCell } from "../../cells/date-cell.ts";
import { isYearless, readSixDigits, yearlessReader } from "../../cells/short-date.ts";
import { unsureOf } from "../../refusal.ts";
import type { KeptRecords } from "../../read/kept-records.ts";
import type { CsvRecord } from "../../read/csv-record.ts";
import { type Dialect, isOtherHeader, isSameHeader } from "../table/dialect.ts";
import { dateColumns, findDate, findShortDate } from "./find-date.ts";
import { type Given, mappedColumn } from "../../given/given.ts";
import { periodIn } from "./period.ts";
import { looksLikeBooking } from "./stray-booking.ts";
import { type Column, isNamed, Table } from "../table/table.ts";

const maxLinesAbove = 200;

interface Gathered {
  table: Table;
  /** The first lines above the list. */
  above: (readonly string[])[];
  /** The first line that looks like a booking but isn't part of a table. */
  strayLine: number | undefined;
}

/** @param readDate reads the file's dates */
export async function gather(
  records: KeptRecords,
  { firstLine, header, delimiter }: Dialect,
  readDate: DateReader = readDateCell,
): Promise<Gathered> {
  const table = new Table(readDate);
  const above: (readonly string[])[] = [];
  let isOther = false;
  let strayLine: number | undefined;
  const width = (header?.cells ?? []).findLastIndex((name) => name.trim() !== "") + 1;
  const takeStray = ({ cells, line }: CsvRecord) => {
    if (strayLine === undefined && looksLikeBooking(cells, delimiter)) strayLine = line;
  };
  const take = (record: CsvRecord) => {
    const isHeader = isSameHeader(record.cells, header?.cells);
    if (isHeader || isOtherHeader(record.cells, header?.cells)) isOther = !isHeader;
    else if (record.line >= firstLine) {
      // A row of less than half the header's width stands below the list: a sum, or a row of another list.
      const isShort = 2 * record.cells.length < width;
      if (!isOther && !isShort) table.add(record);
      else if (table.rowCount === 0) takeStray(record);
    } else if (above.length < maxLinesAbove) {
      above.push(record.cells);
      takeStray(record);
    }
  };
  for await (const some of records.read()) some.forEach(take);
  return { table, above, strayLine };
}

const hasAmountAndDate = (columns: readonly Column[]): boolean =>
  columns.some((column) => isNamed(column, "amount") && column.stats.isNumbers) &&
  dateColumns(columns).length > 0;

/**
 * Aligns names with columns if rows are shorter than the header: columns in the middle are missing, and the
 * names on the right belong to the last columns.
 */
function alignedColumns(table: Table, names: readonly string[]): Column[] {
  const asWritten = table.columns(names);
  const missing = names.findLastIndex((name) => name.trim() !== "") + 1 - table.width;
  const hasNamedAmount = asWritten.some((column) => isNamed(column, "amount"));
  if (missing <= 0 || !hasNamedAmount || hasAmountAndDate(asWritten)) return asWritten;
  for (let leading = 1; leading < table.width; leading += 1) {
    const columns = table.columns([...names.slice(0, leading), ...names.slice(leading + missing)]);
    if (hasAmountAndDate(columns)) return columns;
  }
  return asWritten;
}

export interface DatedTable {
  table: Table;
  columns: Column[];
  date: Column;
}

const withoutYear = (table: Table): boolean =>
  table.rows.length > 0 && table.rows.every(({ cells }) => cells.some(isYearless));

/**
 * @param name the file's name
 * @param first the rows as gathered with full dates
 * @throws ImportRefusal unsure, bad_option
 */
export async function findDates(
  name: string,
  records: KeptRecords,
  dialect: Dialect,
  given: Given,
  first: Gathered,
): Promise<DatedTable> {
  const names = dialect.header?.cells ?? [];
  const columns = alignedColumns(first.table, names);
  const mapped = mappedColumn(given.map, "date", columns);
  const date = mapped ?? findDate(first.table, columns);
  if (date?.stats.isDates) return { table: first.table, columns, date };
  const period = periodIn(first.above);
  for (const readDate of [readSixDigits, ...(period ? [yearlessReader(period)] : [])]) {
    const { table } = await gather(records, dialect, readDate);
    const shortened = table.columns(names);
    const found = mappedColumn(given.map, "date", shortened) ?? findShortDate(shortened);
    if (found?.stats.isDates) return { table, columns: shortened, date: found };
  }
  if (date) return { table: first.table, columns, date };
  if (withoutYear(first.table)) {
    throw unsureOf(
      `The dates in ${name} have no year, and no line above the list gives one.`,
      "Add a line above the list, such as Period: 01/03/2024 - 31/03/2024. Or name a column of complete dates: --map date=COLUMN",
    );
  }
  throw unsureOf(
    `${name} has no readable column of dates.`,
    "If it is a list of bookings, name the column: --map date=COLUMN",
  );
}
