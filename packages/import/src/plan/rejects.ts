/**
 * The rejected rows as a file of their own, which can be corrected and imported. The last cell of each row
 * gives the reason, and the import that rejected it, so that a corrected row isn't mistaken for an equal row of
 * that import.
 */
import type { CsvRecord } from "../read/csv-record.ts";

const reasonTitle = "Why rejected";
const note = /\(rejected from (file-[\w-]{32}(?: file-[\w-]{32})*)\)$/;

const noteOf = (reason: string, keys: Iterable<string>): string =>
  `${reason} (rejected from ${[...keys].join(" ")})`;

const hasNote = (cells: readonly string[]): boolean => {
  const last = cells.at(-1) ?? "";
  return last === reasonTitle || note.test(last);
};

/** Removes the note that rejection adds to the cells. */
export const withoutNote = (cells: readonly string[]): string[] =>
  hasNote(cells) ? cells.slice(0, -1) : [...cells];

/**
 * Removes the notes that rejection adds to records.
 * @param origins receives the keys of the imports that rejected them
 */
export async function* withoutNotes(
  records: AsyncIterable<readonly CsvRecord[]>,
  origins: Set<string>,
): AsyncIterable<readonly CsvRecord[]> {
  for await (const some of records) {
    const noted = some.filter(({ cells }) => hasNote(cells));
    for (const { cells } of noted) {
      const [, keys] = note.exec(cells.at(-1) ?? "") ?? [];
      for (const key of keys?.split(" ") ?? []) origins.add(key);
    }
    const isNoted = noted.length > 0;
    yield isNoted ? some.map((record) => ({ ...record, cells: withoutNote(record.cells) })) : some;
  }
}

const csvCell = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** How to write the file's rows again. */
export interface FileTable {
  delimiter: string;
  /** A name for each column; empty if there is no header. */
  names: readonly string[];
}

/** A rejected row as it stands in its file. */
interface RejectedRow {
  cells: readonly string[];
  reason: string;
  /** Undefined for a file of lines. */
  table: FileTable | undefined;
  /** The keys of the imports that the row was rejected from, this one last. */
  keys: readonly string[];
}

export class Rejects {
  #lines: string[] = [];

  add({ cells, reason, table, keys }: RejectedRow): void {
    if (!table) {
      this.#lines.push(cells.join(""));
      return;
    }
    const { delimiter, names } = table;
    const line = (values: readonly string[], last: string) => {
      const padded = names.map((_, index) => values[index] ?? "");
      return [...padded, last].map((cell) => csvCell(cell, delimiter)).join(delimiter);
    };
    if (this.#lines.length === 0 && names.some((name) => name !== "")) {
      this.#lines.push(line(names, reasonTitle));
    }
    this.#lines.push(line(cells, noteOf(reason, keys)));
  }

  /** Returns the text of the file; undefined if no row was rejected. */
  text(): string | undefined {
    return this.#lines.length === 0 ? undefined : `${this.#lines.join("\n")}\n`;
  }
}
