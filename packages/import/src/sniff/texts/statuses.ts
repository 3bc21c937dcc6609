/** Finds columns that say whether each row is booked. */
import { bareWords } from "../../cells/plain-text.ts";
import { bookedWords, pendingWords, voidWords } from "../words/cell-words.ts";
import { type ColumnRole, columnRoles } from "../words/column-names.ts";
import { knownScore } from "../words/name-roles.ts";
import { type Column, fits, isNamed, wordsOf } from "../table/table.ts";

/** A row's status; "unclear" if the word for it may also be part of a name. */
export type Status = "pending" | "void" | "unclear";

export interface StatusColumn {
  column: Column;
  /** Returns the status in a cell; undefined if the row is booked or the cell says something else. */
  statusOf: (cell: string) => Status | undefined;
}

const yes = new Set(["true", "yes", "y", "1", "ja", "oui", "si", "sim", "tak", "ano"]);
const no = new Set(["false", "no", "n", "0", "nein", "non", "nao", "nie", "ne", "nee"]);

/** Returns the status that a cell consists of. */
export function statusIn(cell: string): Status | undefined {
  const word = bareWords(cell);
  if (word === "") return undefined;
  if (pendingWords.has(word)) return "pending";
  return voidWords.has(word) ? "void" : undefined;
}

/** Returns the status among the words of a cell, such as `CARD DECLINED`. */
function statusAmong(cell: string): Status | undefined {
  const words = bareWords(cell).split(" ");
  return statusIn(cell) ?? words.map(statusIn).find((status) => status !== undefined);
}

/** Makes a status column of yes and no, if its name asks about the status. */
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

/** Whether a column holds nothing but words for booked and unbooked rows, with some for booked ones. */
function isOnlyStatuses(words: readonly string[]): boolean {
  return words.every(isKnown) && words.some((word) => bookedWords.has(word));
}

/**
 * Whether a column is about statuses, by its name or, if that says nothing, because it holds nothing else.
 * Words in notes, categories and texts never count, in however many rows.
 */
function isAboutStatus(column: Column, words: readonly string[] | undefined): boolean {
  if (isAboutElse(column)) return false;
  return fits(column, "status") > 0 || isOnlyStatuses(words ?? []);
}

/** Makes a status column of one that the user has named as such. */
export const asStatuses = (column: Column): StatusColumn =>
  answers(column, wordsOf(column) ?? []) ?? { column, statusOf: statusAmong };

/** A status in a column of information may be the bank's, or a note. */
const asInformation = (column: Column): StatusColumn => ({
  column,
  statusOf: (cell) => (statusIn(cell) ? "unclear" : undefined),
});

/**
 * Whether statuses in a column may be notes: its name doesn't tell, and they aren't the complete set of a
 * status column.
 */
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
