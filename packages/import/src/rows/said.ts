/** Finds the words that describe a row. */
import { readDateCell } from "../cells/date-cell.ts";
import { readNumberLike } from "../cells/number-cell.ts";
import { bareWords, isNothing, oneLine, undressed } from "../cells/plain-text.ts";
import { isKindOfBooking } from "../sniff/words/booking-kinds.ts";
import type { Layout } from "../sniff/layout.ts";
import { cellOf, type Column } from "../sniff/table/table.ts";
import type { Telling } from "../sniff/texts/text-columns.ts";

export interface Said {
  /** The description of the expense; never empty. */
  description: string;
  /** The other texts of the row, in the order of its columns. */
  notes: readonly string[];
  /** All words that distinguish the row from others. */
  text: string;
}

const letter = /\p{L}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const accountNumber = /^[A-Z]{2}\d{2}(?: ?[A-Z\d]{2,4}){3,9}$/;

/** Returns the words of a cell, on one line. */
export function wordsIn(cells: readonly string[], column: Column | undefined): string {
  const words = oneLine(undressed(cellOf(cells, column)));
  return isNothing(words) ? "" : words;
}

/** Whether a text can name somebody: numbers of accounts and bookings can't. */
const isName = (text: string): boolean => letter.test(text) && !accountNumber.test(text);

type WordsOf = (column: Column) => string;

/** Returns the words of a row's cells, each found once, because several uses share a column. */
function rememberedWords(cells: readonly string[]): WordsOf {
  const found: string[] = [];
  return (column) => (found[column.index] ??= wordsIn(cells, column));
}

/** Joins all words that distinguish a booking, leaving out days and, if no column has a name, numbers. */
function tellingWords(wordsOf: WordsOf, { columns, isUnnamed }: Telling): string {
  let text = "";
  for (const column of columns) {
    const words = wordsOf(column);
    if (words === "" || readDateCell(words)) continue;
    if (isUnnamed && (!letter.test(words) || readNumberLike(words))) continue;
    text += text === "" ? words : ` ${words}`;
  }
  return text;
}

/** Returns the words of some columns, without blank cells and the owner's name. */
function partsIn(
  wordsOf: WordsOf,
  columns: readonly Column[],
  owners: readonly string[],
): string[] {
  const parts: string[] = [];
  for (const column of columns) {
    const words = wordsOf(column);
    if (!letterOrDigit.test(words)) continue;
    if (owners.length === 0 || !owners.includes(bareWords(words))) parts.push(words);
  }
  return parts;
}

/** Returns the columns whose texts are kept in the note, in the order of the file. */
export const notedColumns = ({ described, otherTexts, telling }: Layout): readonly Column[] =>
  [...new Set([...described, ...otherTexts, ...telling.columns])].toSorted(byIndex);

const byIndex = (one: Column, other: Column): number => one.index - other.index;

const isText = (part: string): boolean =>
  letter.test(part) && !readDateCell(part) && !readNumberLike(part);

/** Returns the texts that say more than the description: no days, no numbers, and none twice. */
function otherWords(parts: readonly string[], description: string): string[] {
  const others = parts.filter((part) => !description.includes(part) && isText(part));
  return others.length > 1 ? [...new Set(others)] : others;
}

/** @param noted the columns whose texts are kept in the note */
export function saidOf(
  cells: readonly string[],
  { described, otherTexts, telling, owners, category }: Layout,
  noted: readonly Column[] = [],
): Said {
  const own = owners.map((column) => bareWords(cellOf(cells, column)));
  const wordsOf = rememberedWords(cells);
  const parts = partsIn(wordsOf, described, own);
  const text = tellingWords(wordsOf, telling);
  const names = parts.filter(isName);
  const isSomebody = (part: string): boolean => isName(part) && !isKindOfBooking(part);
  const description =
    names.find((name) => !isKindOfBooking(name)) ??
    partsIn(wordsOf, otherTexts, own).find(isSomebody) ??
    names[0] ??
    parts[0] ??
    (wordsIn(cells, category) || text || "(no description)");
  const notes = otherWords(partsIn(wordsOf, noted, own), description);
  return { description, notes, text };
}
