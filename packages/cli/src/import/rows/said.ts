/** What a row's words say of it. */
import { readDateCell } from "../cells/date-cell.ts";
import { readNumberCell } from "../cells/number-cell.ts";
import { bareWords, isNothing, oneLine, undressed } from "../cells/plain-text.ts";
import type { Layout } from "../sniff/layout.ts";
import { cellOf, type Column } from "../sniff/table.ts";
import type { Telling } from "../sniff/text-columns.ts";

export interface Said {
  /** What an expense is called; never empty. */
  description: string;
  /** All words that tell it from others. */
  text: string;
}

/** The words of a cell, on one line. */
export function wordsIn(cells: readonly string[], column: Column | undefined): string {
  const words = oneLine(undressed(cellOf(cells, column)));
  return isNothing(words) ? "" : words;
}

/** Numbers of accounts and of bookings name nobody. */
const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^[A-Z]{2}\d{2}(?: ?[A-Z\d]{2,4}){3,9}$/.test(text);

/** All that tells a booking from others: no days, and where no column has a name, no numbers. */
function tellingWords(cells: readonly string[], { columns, isUnnamed }: Telling): string {
  const isTelling = (words: string) =>
    words !== "" &&
    !readDateCell(words) &&
    !(isUnnamed && (!/\p{L}/u.test(words) || readNumberCell(words)));
  return columns
    .map((column) => wordsIn(cells, column))
    .filter(isTelling)
    .join(" ");
}

export function saidOf(
  cells: readonly string[],
  { described, telling, owners, category }: Layout,
): Said {
  const own = owners.map((column) => bareWords(cellOf(cells, column)));
  const parts = described
    .map((column) => wordsIn(cells, column))
    .filter(
      (words) => /[\p{L}\p{N}]/u.test(words) && !own.some((name) => name === bareWords(words)),
    );
  const text = tellingWords(cells, telling);
  const description =
    parts.find(isName) ?? parts[0] ?? (wordsIn(cells, category) || text || "(no description)");
  return { description, text };
}
