/** How the file is laid out: what divides its cells, and which line names its columns. */
import { parse } from "csv-parse/sync";
import { readDateCell } from "../../cells/date-cell.ts";
import { readNumberCell } from "../../cells/number-cell.ts";
import type { CsvRecord } from "../../read/csv-record.ts";
import { recordOptions } from "../../read/records.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { isColumnName, rolesOf } from "../words/name-roles.ts";

export interface Dialect {
  delimiter: string;
  /** The line that names the columns; undefined where none does. */
  header: CsvRecord | undefined;
  /** The line from which on records count: behind the header, or the first that is a booking. */
  firstLine: number;
}

export const delimiters = [",", ";", "\t", "|", "^", "~"] as const;

/** The records of a text; a broken one ends them. */
export function recordsOf(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  try {
    parse(text, {
      ...recordOptions(delimiter),
      on_record: (cells: string[], { lines }) => {
        if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch {
    // The text is cut off somewhere, perhaps inside a quote; reading it whole tells what is wrong.
  }
  return records;
}

const isDate = (cell: string) => (readDateCell(cell)?.orders.length ?? 0) > 0;

/** Whether the record has a day and, in another cell, a number. */
function isBooking(cells: readonly string[]): boolean {
  const dates = cells.map(isDate);
  return (
    dates.includes(true) &&
    cells.some((cell, index) => {
      const other = dates.some((is, at) => is && at !== index);
      return other && readNumberCell(cell) !== undefined;
    })
  );
}

const filledCells = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "");

/** Names of columns are words: no dates, no numbers, none twice in a row of blanks. */
function looksLikeNames(cells: readonly string[], width: number): boolean {
  const filled = filledCells(cells);
  if (filled.length < 2 || filled.some((cell) => cell.length > 80)) return false;
  if (filled.some((cell) => isDate(cell) || readNumberCell(cell) !== undefined)) return false;
  return filled.length >= 0.5 * width || filled.filter(isColumnName).length >= 2;
}

const namesKnown = (cells: readonly string[]) => filledCells(cells).filter(isColumnName).length;

// So many known names together are no accident, even where rows above look like bookings.
const sureNames = 3;

const plainStart = /^\s*[-+(]?\d/;
const foreignStart = /^\s*[-+(]?\p{Nd}/u;
const startsLikeNumber = (cell: string) =>
  plainStart.test(cell) || (cell > "\u007F" && foreignStart.test(cell));

/** Whether the cells are the names of columns, though not those of the header: another list begins. */
export function isOtherHeader(
  cells: readonly string[],
  header: readonly string[] | undefined,
): boolean {
  if (!header || cells.some(startsLikeNumber)) return false;
  return namesKnown(cells) >= sureNames && looksLikeNames(cells, 0) && !isSameHeader(cells, header);
}

const tellingRoles: readonly ColumnRole[] = [
  "amount",
  "otherAmount",
  "out",
  "in",
  "fee",
  "currency",
  "direction",
  "type",
  "status",
];

/**
 * Several lists in one file have their header each. One with further columns is the same, unless these may have the amounts
 * or say what they are.
 */
export function isSameHeader(
  cells: readonly string[],
  header: readonly string[] | undefined,
): boolean {
  if (!header?.every((name, index) => name.trim() === (cells[index] ?? "").trim())) return false;
  return cells.slice(header.length).every((name) => {
    const roles = rolesOf(name);
    return !tellingRoles.some((role) => roles.has(role));
  });
}

// Headers are near the top, even below long introductions.
const maxHeaderRecords = 200;

/**
 * The record that names the columns best, the first of several that are the same; else one of words
 * right above the first booking.
 */
function findHeader(records: readonly CsvRecord[]): CsvRecord | undefined {
  const first = records.findIndex(({ cells }) => isBooking(cells));
  const width = records[first]?.cells.length ?? 0;
  const top = records.slice(0, maxHeaderRecords);
  const named = top.filter(
    ({ cells }) => looksLikeNames(cells, width) && namesKnown(cells) >= sureNames,
  );
  const [sure] = named.toSorted((one, other) => namesKnown(other.cells) - namesKnown(one.cells));
  if (sure) {
    // Where several lists follow each other, the first one's: no row is to be left out unseen.
    const isBetween = (earlier: CsvRecord) =>
      records
        .slice(records.indexOf(earlier), records.indexOf(sure))
        .some(({ cells }) => isBooking(cells));
    return named.find((one) => one.line < sure.line && isBetween(one)) ?? sure;
  }
  let best: CsvRecord | undefined;
  for (const record of top.slice(0, first < 0 ? top.length : first)) {
    if (!looksLikeNames(record.cells, width)) continue;
    if (!best || namesKnown(record.cells) >= namesKnown(best.cells)) best = record;
  }
  return best;
}

interface Candidate {
  delimiter: string;
  records: CsvRecord[];
  bookings: number;
  names: number;
  width: number;
}

function candidate(text: string, delimiter: string): Candidate {
  const records = recordsOf(text, delimiter);
  const bookings = records.filter(({ cells }) => isBooking(cells)).length;
  const tops = records.slice(0, maxHeaderRecords);
  const names = Math.max(0, ...tops.map(({ cells }) => namesKnown(cells)));
  const width = Math.max(0, ...records.map(({ cells }) => cells.length));
  return { delimiter, records, bookings, names, width };
}

/** `sep=;` in the first line is said to a spreadsheet. */
const declaredDelimiter = (text: string): string | undefined => /^sep=(.)\r?\n/i.exec(text)?.[1];

/**
 * @param text the start of the file, some tens of thousands of characters
 * @param given the delimiter to take instead of finding it out
 */
export function findDialect(text: string, given?: string): Dialect {
  const declared = given ?? declaredDelimiter(text);
  const met = delimiters.filter((one) => text.includes(one));
  const possible = declared === undefined ? met : [declared];
  const candidates = (possible.length > 0 ? possible : delimiters.slice(0, 1)).map((delimiter) =>
    candidate(text, delimiter),
  );
  candidates.sort(
    (one, other) =>
      other.bookings - one.bookings || other.names - one.names || other.width - one.width,
  );
  const [best] = candidates as [Candidate, ...Candidate[]];
  const header = findHeader(best.records);
  const above = header ? best.records.indexOf(header) + 1 : 0;
  const first = best.records.findIndex(({ cells }, at) => at >= above && isBooking(cells));
  const start = header ? above : Math.max(0, first);
  const firstLine = best.records[start]?.line ?? Infinity;
  return { delimiter: best.delimiter, header, firstLine };
}
