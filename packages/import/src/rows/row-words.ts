import type { Layout } from "../sniff/layout.ts";
import { cellOf, type Column, isNamed } from "../sniff/table/table.ts";
import { isNothingButTotal } from "../sniff/words/total-words.ts";
import type { Words } from "./doubts.ts";

const isKind = (column: Column): boolean => isNamed(column, "type") || isNamed(column, "direction");

/** Returns the columns that name bookings, without those that only give the kind. */
function namingColumns({ described }: Layout): readonly Column[] {
  const naming = described.filter((column) => isNamed(column, "text") || !isKind(column));
  return naming.length > 0 ? naming : described;
}

// If this many rows all have a name, a row without one stands out.
const manyNamed = 4;

/** Finds the words of a file's rows, one after the other. */
export class RowWords {
  readonly #hasHeader: boolean;
  readonly #naming: readonly Column[];
  readonly #kinds: readonly Column[];
  /** The number of rows so far if all had a name; negative once one had none. */
  #namedRows = 0;

  constructor(layout: Layout) {
    this.#hasHeader = layout.header !== undefined;
    this.#naming = namingColumns(layout);
    this.#kinds = layout.described.filter((column) => !this.#naming.includes(column));
  }

  of(cells: readonly string[]): Words {
    const textOf = (column: Column) => cellOf(cells, column);
    const names = this.#naming.map(textOf);
    return {
      // A balance may be named elsewhere, such as in a column of references.
      names: names.some((name) => name !== "") ? names : cells.filter(isNothingButTotal),
      kinds: this.#kinds.map(textOf),
      isUnnamed: this.#namedRows >= manyNamed && this.#saysNothing(cells),
    };
  }

  /** Counts a row that may be a booking. */
  count(cells: readonly string[]): void {
    if (this.#saysNothing(cells)) this.#namedRows = -Infinity;
    else this.#namedRows += 1;
  }

  /** Whether a row of a list without a header is blank in the first naming column. */
  #saysNothing(cells: readonly string[]): boolean {
    return !this.#hasHeader && cellOf(cells, this.#naming[0]) === "";
  }
}
