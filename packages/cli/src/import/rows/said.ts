/** What a row's words say of it. */
import { bareWords, isNothing, oneLine, undressed } from "../cells/plain-text.ts";
import type { Layout } from "../sniff/layout.ts";
import { cellOf, type Column } from "../sniff/table.ts";

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

export function saidOf(
  cells: readonly string[],
  { described, telling, owners, category }: Layout,
): Said {
  const own = new Set(owners.map((column) => bareWords(cellOf(cells, column))));
  const parts = described
    .map((column) => wordsIn(cells, column))
    .filter((words) => /[\p{L}\p{N}]/u.test(words) && !own.has(bareWords(words)));
  const text = telling
    .map((column) => wordsIn(cells, column))
    .filter((words) => words !== "")
    .join(" ");
  const description =
    parts.find(isName) ?? parts[0] ?? (wordsIn(cells, category) || text || "(no description)");
  return { description, text };
}
