/** A file's columns, and enough of its rows to see how they relate. */
import { type DateReader, readDateCell } from "../../cells/date-cell.ts";
import { bareWords } from "../../cells/plain-text.ts";
import type { CsvRecord } from "../../read/csv-record.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { ColumnStats } from "./column-stats.ts";
import { knownScore, type NameRoles, rolesOf } from "../words/name-roles.ts";

export interface Column {
  /** The position, counted from 0. */
  index: number;
  /** The name in the header; empty if there is none. */
  name: string;
  roles: NameRoles;
  stats: ColumnStats;
}

const maxSampleRows = 2000;
const noRoles: NameRoles = new Map();

/** Returns a row's cell in a column, trimmed; empty if the row has none. */
export const cellOf = (cells: readonly string[], column: Column | undefined): string =>
  column ? (cells[column.index] ?? "").trim() : "";

/** Returns the cell that holds a row's day. */
export const datedCell = (
  cells: readonly string[],
  { date, otherDate }: { date: Column; otherDate: Column | undefined },
): string => cellOf(cells, date) || cellOf(cells, otherDate);

/** Scores how well a column's name fits a role; 0 if it doesn't. */
export const fits = ({ roles }: Column, role: ColumnRole): number => roles.get(role) ?? 0;

/** Whether a column's whole name is known for a role. */
export const isNamed = (column: Column, role: ColumnRole): boolean =>
  fits(column, role) >= knownScore;

/** Whether none of the other roles fits the column's name better. */
export const isMost = (column: Column, role: ColumnRole, others: readonly ColumnRole[]): boolean =>
  fits(column, role) > 0 && others.every((other) => fits(column, other) <= fits(column, role));

/** Gathers statistics about all rows, in memory that doesn't grow with the file. */
export class Table {
  rows: CsvRecord[] = [];
  readonly readDate: DateReader;
  readonly #stats: ColumnStats[] = [];
  rowCount = 0;
  /** The number of rows by their number of cells. */
  readonly #widths = new Map<number, number>();

  constructor(readDate: DateReader = readDateCell) {
    this.readDate = readDate;
  }

  add(record: CsvRecord): void {
    const { cells, line } = record;
    if (cells.every((cell) => cell.trim() === "")) return;
    this.rowCount += 1;
    this.#widths.set(cells.length, (this.#widths.get(cells.length) ?? 0) + 1);
    if (this.rows.length < maxSampleRows) this.rows.push(record);
    cells.forEach((cell, index) => {
      (this.#stats[index] ??= new ColumnStats(this.readDate)).add(cell, line);
    });
  }

  get columnCount(): number {
    return this.#stats.length;
  }

  /** The number of columns, without those at the end that are always blank. */
  get width(): number {
    return this.#stats.findLastIndex((stats) => stats.filled > 0) + 1;
  }

  /** The number of cells that most rows have, blank ones included. */
  get usualWidth(): number {
    const [widest] = [...this.#widths].toSorted(
      ([width, rows], [otherWidth, others]) => others - rows || otherWidth - width,
    );
    return widest?.[0] ?? 0;
  }

  /** @param names the names in the header; empty if there is none */
  columns(names: readonly string[]): Column[] {
    const width = Math.max(this.#stats.length, names.length);
    return Array.from({ length: width }, (_, index) => {
      const name = (names[index] ?? "").trim();
      const roles = name === "" ? noRoles : rolesOf(name);
      return {
        index,
        name,
        roles,
        stats: this.#stats[index] ?? new ColumnStats(this.readDate),
      };
    });
  }

  /** Limits the sample to rows that fulfil a condition. */
  limitSample(isWanted: (row: CsvRecord) => boolean): void {
    this.rows = this.rows.filter(isWanted);
  }

  cellsOf({ index }: Column): string[] {
    return this.rows.map(({ cells }) => cells[index] ?? "");
  }
}

/**
 * Returns the different cells of a column, as bare words; undefined if there are too many to be a set of terms.
 */
export const wordsOf = ({ stats }: Column): string[] | undefined =>
  stats.distinct && [...stats.distinct.keys()].map((cell) => bareWords(cell) || cell);
