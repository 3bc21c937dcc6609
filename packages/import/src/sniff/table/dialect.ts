/** Finds a file's delimiter and header. */
import { parse } from "csv-parse/sync";
import { readDateCell } from "../../cells/date-cell.ts";
import { readNumberLike } from "../../cells/number-cell.ts";
import type { CsvRecord } from "../../read/csv-record.ts";
import { recordOptions } from "../../read/records.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { isColumnName, rolesOf } from "../words/name-roles.ts";

export interface Dialect {
  delimiter: string;
  /** The line that names the columns; undefined if there is none. */
  header: CsvRecord | undefined;
  /** The first line that counts: the one after the header, or the first booking. */
  firstLine: number;
}

export const delimiters = [",", ";", "\t", "|", "^", "~"] as const;

/** Returns the records of a text, up to a broken one. */
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
    // The text is cut off somewhere, perhaps inside a quote. Reading the whole file reports real errors.
  }
  return records;
}

const isDate = (cell: string) => (readDateCell(cell)?.orders.length ?? 0) > 0;

/** Whether a record has a day and, in another cell, a number. */
function isBooking(cells: readonly string[]): boolean {
  const dates = cells.map(isDate);
  return (
    dates.includes(true) &&
    cells.some((cell, index) => {
      const other = dates.some((is, at) => is && at !== index);
      return other && readNumberLike(cell) !== undefined;
    })
  );
}

const filledCells = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "");

/** Whether cells look like column names: words, rather than dates or numbers, in enough of the columns. */
function looksLikeNames(cells: readonly string[], width: number): boolean {
  const filled = filledCells(cells);
  if (filled.length < 2 || filled.some((cell) => cell.length > 80)) return false;
  if (filled.some((cell) => isDate(cell) || readNumberLike(cell) !== undefined)) return false;
  return filled.length >= 0.5 * width || filled.filter(isColumnName).length >= 2;
}

const namesKnown = (cells: readonly string[]) => filledCells(cells).filter(isColumnName).length;

// This many known names are no coincidence, even below rows that look like bookings.
const sureNames = 3;

const plainStart = /^\s*[-+(]?\d/;
const foreignStart = /^\s*[-+(]?\p{Nd}/u;
const startsLikeNumber = (cell: string) =>
  plainStart.test(cell) || (cell > "\u007F" && foreignStart.test(cell));

/** Whether the cells are column names other than those of the header, so that another list begins. */
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
 * Whether a header belongs to the same list. Further columns are allowed, unless they may hold amounts or
 * change what these mean.
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

// Headers are near the top, even below a long introduction.
const maxHeaderRecords = 200;

/**
 * Finds the record with the best column names, the first of equal ones; otherwise a record of words above the
 * first booking.
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
    // If several lists follow each other, the first one's header counts, so that no row is silently left out.
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

/** Returns the delimiter that a first line such as `sep=;` declares to spreadsheets. */
const declaredDelimiter = (text: string): string | undefined => /^sep=(.)\r?\n/i.exec(text)?.[1];

/**
 * @param text the start of the file, some tens of thousands of characters
 * @param given the delimiter to use instead of detecting it
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
