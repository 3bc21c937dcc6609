/**
 * The rejected rows as a file of their own, which can be mended and imported. The last cell of each row
 * says why it was rejected and which import had it, so that a mended row that is like others of that
 * import isn't taken for one of them.
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

/** Cells as they were before they were rejected. */
export const withoutNote = (cells: readonly string[]): string[] =>
  hasNote(cells) ? cells.slice(0, -1) : [...cells];

/** Records as they were before they were rejected. @param origins gets the keys of the imports they are from */
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

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** How the file's rows would be written again. */
export interface FileTable {
  delimiter: string;
  /** A name for each column; empty ones where there are none. */
  names: readonly string[];
}

/** A row that was rejected, as it stands in its file. */
interface RejectedRow {
  cells: readonly string[];
  reason: string;
  /** Undefined for a file of lines. */
  table: FileTable | undefined;
  /** The keys of the imports that it was rejected from, this one the last. */
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
      return [...padded, last].map((cell) => quoted(cell, delimiter)).join(delimiter);
    };
    if (this.#lines.length === 0 && names.some((name) => name !== "")) {
      this.#lines.push(line(names, reasonTitle));
    }
    this.#lines.push(line(cells, noteOf(reason, keys)));
  }

  /** Undefined where no row was rejected. */
  text(): string | undefined {
    return this.#lines.length === 0 ? undefined : `${this.#lines.join("\n")}\n`;
  }
}
