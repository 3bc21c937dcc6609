/** A file's columns, and enough of its rows to see how they hang together. */
import { type DateReader, readDateCell } from "../../cells/date-cell.ts";
import { bareWords } from "../../cells/plain-text.ts";
import type { CsvRecord } from "../../read/csv-record.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { ColumnProfile } from "./column-profile.ts";
import { knownScore, type NameRoles, rolesOf } from "../words/name-roles.ts";

export interface Column {
  /** Counted from 0. */
  index: number;
  /** As the header has it; empty where there is none. */
  name: string;
  roles: NameRoles;
  profile: ColumnProfile;
}

const maxSampleRows = 2000;
const noRoles: NameRoles = new Map();

/** What a row has in a column, without blanks around it; empty where it has nothing. */
export const cellOf = (cells: readonly string[], column: Column | undefined): string =>
  column ? (cells[column.index] ?? "").trim() : "";

/** What a row has as its day. */
export const datedCell = (
  cells: readonly string[],
  { date, otherDate }: { date: Column; otherDate: Column | undefined },
): string => cellOf(cells, date) || cellOf(cells, otherDate);

/** How well a column's name says that it has a role; 0 if not at all. */
export const fits = ({ roles }: Column, role: ColumnRole): number => roles.get(role) ?? 0;

/** Whether the column's name is one that the role is known by, whole. */
export const isNamed = (column: Column, role: ColumnRole): boolean =>
  fits(column, role) >= knownScore;

/** Whether no other of the roles fits the column's name better. */
export const isMost = (column: Column, role: ColumnRole, others: readonly ColumnRole[]): boolean =>
  fits(column, role) > 0 && others.every((other) => fits(column, other) <= fits(column, role));

/** Gathers what all rows say of the columns, in memory that doesn't grow with the file. */
export class Table {
  rows: CsvRecord[] = [];
  readonly readDate: DateReader;
  readonly #profiles: ColumnProfile[] = [];
  rowCount = 0;
  /** How many rows have so many cells. */
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
      (this.#profiles[index] ??= new ColumnProfile(this.readDate)).add(cell, line);
    });
  }

  get columnCount(): number {
    return this.#profiles.length;
  }

  /** How many cells most rows have, without blank ones at their ends. */
  get width(): number {
    return this.#profiles.findLastIndex((profile) => profile.filled > 0) + 1;
  }

  /** How many cells most rows have, blank ones included. */
  get usualWidth(): number {
    const [widest] = [...this.#widths].toSorted(
      ([width, rows], [otherWidth, others]) => others - rows || otherWidth - width,
    );
    return widest?.[0] ?? 0;
  }

  /** @param names what the header says; empty where there is none */
  columns(names: readonly string[]): Column[] {
    const width = Math.max(this.#profiles.length, names.length);
    return Array.from({ length: width }, (_, index) => {
      const name = (names[index] ?? "").trim();
      const roles = name === "" ? noRoles : rolesOf(name);
      return {
        index,
        name,
        roles,
        profile: this.#profiles[index] ?? new ColumnProfile(this.readDate),
      };
    });
  }

  /** From now on the sample is only of such rows. */
  keepRows(isWanted: (row: CsvRecord) => boolean): void {
    this.rows = this.rows.filter(isWanted);
  }

  cellsOf({ index }: Column): string[] {
    return this.rows.map(({ cells }) => cells[index] ?? "");
  }
}

/** The cells that occur in a column, bare; undefined where there are too many to be a kind of word. */
export const wordsOf = ({ profile }: Column): string[] | undefined =>
  profile.distinct && [...profile.distinct.keys()].map((cell) => bareWords(cell) || cell);
