import type { Layout } from "../sniff/layout.ts";
import { cellOf, type Column, isNamed } from "../sniff/table/table.ts";
import type { Words } from "./doubts.ts";

const isKind = (column: Column): boolean => isNamed(column, "type") || isNamed(column, "direction");

/** The columns that name bookings, and not only say of what kind they are. */
function namingColumns({ described }: Layout): readonly Column[] {
  const naming = described.filter((column) => isNamed(column, "text") || !isKind(column));
  return naming.length > 0 ? naming : described;
}

// So many rows that all have a name make one without any stand out.
const manyNamed = 4;

/** What the rows of a file say of themselves, one after the other. */
export class RowWords {
  readonly #hasHeader: boolean;
  readonly #naming: readonly Column[];
  readonly #kinds: readonly Column[];
  /** How many rows in a row have a name; below zero, once one has none. */
  #namedRows = 0;

  constructor(layout: Layout) {
    this.#hasHeader = layout.header !== undefined;
    this.#naming = namingColumns(layout);
    this.#kinds = layout.described.filter((column) => !this.#naming.includes(column));
  }

  of(cells: readonly string[]): Words {
    const textOf = (column: Column) => cellOf(cells, column);
    return {
      names: this.#naming.map(textOf),
      kinds: this.#kinds.map(textOf),
      isUnnamed: this.#namedRows >= manyNamed && this.#saysNothing(cells),
    };
  }

  /** Counts a row that may be a booking. */
  count(cells: readonly string[]): void {
    if (this.#saysNothing(cells)) this.#namedRows = -Infinity;
    else this.#namedRows += 1;
  }

  /** Whether a row of a list without names is blank where the names of others stand. */
  #saysNothing(cells: readonly string[]): boolean {
    return !this.#hasHeader && cellOf(cells, this.#naming[0]) === "";
  }
}
