/** Columns that say of each row whether it is booked. */
import { bareWords } from "../cells/plain-text.ts";
import { pendingWords, voidWords } from "./cell-words.ts";
import { type Column, wordsOf } from "./table.ts";

export type Status = "pending" | "void";

export interface StatusColumn {
  column: Column;
  /** Undefined for what is booked, or says something else. */
  statusOf: (cell: string) => Status | undefined;
}

const maxWords = 16;

const yes = new Set(["true", "yes", "y", "1", "ja", "oui", "si", "sim", "tak", "ano"]);
const no = new Set(["false", "no", "n", "0", "nein", "non", "nao", "nie", "ne", "nee"]);

/** What a cell's words say by themselves. */
export function statusIn(cell: string): Status | undefined {
  const word = bareWords(cell);
  if (word === "") return undefined;
  if (pendingWords.has(word)) return "pending";
  return voidWords.has(word) ? "void" : undefined;
}

/** A column of yes and no, by what it asks. */
function answers(column: Column, words: readonly string[]): StatusColumn | undefined {
  if (!words.every((word) => yes.has(word) || no.has(word))) return undefined;
  const name = bareWords(column.name);
  const isPending = pendingWords.has(name);
  const isVoid = voidWords.has(name);
  const isBooked = /^(?:is )?(?:booked|posted|settled|completed|gebucht)$/.test(name);
  if (!isPending && !isVoid && !isBooked) return undefined;
  const telling = isBooked ? no : yes;
  const status = isVoid ? "void" : "pending";
  return { column, statusOf: (cell) => (telling.has(bareWords(cell)) ? status : undefined) };
}

export const findStatuses = (columns: readonly Column[]): StatusColumn[] =>
  columns.flatMap((column) => {
    const words = wordsOf(column) ?? [];
    if (words.length === 0 || words.length > maxWords) return [];
    const asked = answers(column, words);
    if (asked) return [asked];
    return words.some(statusIn) ? [{ column, statusOf: statusIn }] : [];
  });
