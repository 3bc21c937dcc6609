/** Columns that say of each row whether it is booked. */
import { bareWords } from "../../cells/plain-text.ts";
import { bookedWords, pendingWords, voidWords } from "../words/cell-words.ts";
import { type ColumnRole, columnRoles } from "../words/column-names.ts";
import { knownScore } from "../words/name-roles.ts";
import { type Column, fits, isNamed, wordsOf } from "../table/table.ts";

/** Unclear: a word says so that may belong to a name as well. */
export type Status = "pending" | "void" | "unclear";

export interface StatusColumn {
  column: Column;
  /** Undefined for what is booked, or says something else. */
  statusOf: (cell: string) => Status | undefined;
}

const yes = new Set(["true", "yes", "y", "1", "ja", "oui", "si", "sim", "tak", "ano"]);
const no = new Set(["false", "no", "n", "0", "nein", "non", "nao", "nie", "ne", "nee"]);

/** What a cell's words say by themselves. */
export function statusIn(cell: string): Status | undefined {
  const word = bareWords(cell);
  if (word === "") return undefined;
  if (pendingWords.has(word)) return "pending";
  return voidWords.has(word) ? "void" : undefined;
}

/** What a status says in more words: `CARD DECLINED`. */
function statusAmong(cell: string): Status | undefined {
  const words = bareWords(cell).split(" ");
  return statusIn(cell) ?? words.map(statusIn).find((status) => status !== undefined);
}

/** A column of yes and no, by what it asks. */
function answers(column: Column, words: readonly string[]): StatusColumn | undefined {
  if (words.length === 0 || !words.every((word) => yes.has(word) || no.has(word))) return undefined;
  const name = bareWords(column.name);
  const isPending = pendingWords.has(name);
  const isVoid = voidWords.has(name);
  const isBooked = /^(?:is )?(?:booked|posted|settled|completed|gebucht)$/.test(name);
  if (!isPending && !isVoid && !isBooked) return undefined;
  const telling = isBooked ? no : yes;
  const status = isVoid ? "void" : "pending";
  return { column, statusOf: (cell) => (telling.has(bareWords(cell)) ? status : undefined) };
}

const otherRoles = columnRoles.filter((role) => role !== "status" && role !== "direction");

/** Whether the name says that the column is about something else. */
const isAboutElse = (column: Column): boolean =>
  otherRoles.some((role: ColumnRole) => fits(column, role) >= knownScore);

const isKnown = (word: string): boolean => bookedWords.has(word) || statusIn(word) !== undefined;

/** Whether there is nothing in the column but words for what is booked and what isn't. */
function isOnlyStatuses(words: readonly string[]): boolean {
  return words.every(isKnown) && words.some((word) => bookedWords.has(word));
}

/**
 * A column is about statuses by its name or, where its name says nothing, because it has nothing else in it. Words in a
 * note, a category or a text are none, however many rows there are.
 */
function isAboutStatus(column: Column, words: readonly string[] | undefined): boolean {
  if (isAboutElse(column)) return false;
  return fits(column, "status") > 0 || isOnlyStatuses(words ?? []);
}

/** A column that somebody has named as one of statuses. */
export const asStatuses = (column: Column): StatusColumn =>
  answers(column, wordsOf(column) ?? []) ?? { column, statusOf: statusAmong };

/** A word of status in a column of information may be the bank's, or a note. */
const asInformation = (column: Column): StatusColumn => ({
  column,
  statusOf: (cell) => (statusIn(cell) ? "unclear" : undefined),
});

/** Whether words of status in a column may as well be notes: its name says neither, or it has nothing else in it. */
function mayBeNotes(column: Column, words: readonly string[]): boolean {
  if (isOnlyStatuses(words) || words.length === 0) return false;
  if (/^(?:info|infos)$/.test(bareWords(column.name))) return true;
  return column.roles.size === 0 && words.every((word) => statusIn(word) !== undefined);
}

export const findStatuses = (columns: readonly Column[]): StatusColumn[] =>
  columns.flatMap((column) => {
    const words = wordsOf(column);
    const asked = words && answers(column, words);
    if (asked) return [asked];
    if (mayBeNotes(column, words ?? [])) return [asInformation(column)];
    if (isNamed(column, "status")) return [{ column, statusOf: statusAmong }];
    return isAboutStatus(column, words) ? [{ column, statusOf: statusIn }] : [];
  });
