/** Texts that say of their row that it isn't booked yet: `PENDING - Coffee shop`, `Cinema (pending)`. */
import { folded } from "../cells/plain-text.ts";
import { pendingMarks } from "./cell-words.ts";
import type { StatusColumn } from "./statuses.ts";
import { cellOf, type Column, type Table } from "./table.ts";

const mark = `(?:${[...pendingMarks].toSorted((one, other) => other.length - one.length).join("|")})`;

// A merchant may have such a word in its name; marks stand alone, in brackets, or apart.
const markedText = new RegExp(
  [
    String.raw`^[[(*<{]*\s*${mark}\s*[\])*>}.]*$`,
    String.raw`^[[(*<{]+\s*${mark}\s*[\])*>}]`,
    String.raw`^${mark}\s*(?:[:|*\u2013\u2014]|-\s|\s-|\.{2,})`,
    String.raw`[[(*<{]\s*${mark}\s*[\])*>}]+$`,
    String.raw`\s[-:|\u2013\u2014]\s?${mark}$`,
  ].join("|"),
  "u",
);
// Longer texts have something apart, or are none.
const maxMark = Math.max(...[...pendingMarks].map((words) => words.length)) + 4;
const somethingApart = /[-[(*<{:|.\u2013\u2014]/;

const marksFirst = new RegExp(String.raw`^${mark}\s+(\p{L}\S*)`, "u");

/** In front of two that differ, a word is no part of a merchant's name. */
function areSeveralFirst(table: Table, column: Column): boolean {
  const behind = table.rows.flatMap(
    ({ cells }) => marksFirst.exec(folded(cellOf(cells, column)).trim())?.[1] ?? [],
  );
  return new Set(behind).size > 1;
}

/** The columns of texts as columns that may say that a row is pending. */
export const findPendingMarks = (table: Table, described: readonly Column[]): StatusColumn[] =>
  described.map((column) => {
    const isFirst = areSeveralFirst(table, column);
    return {
      column,
      statusOf: (cell) => {
        if (!isFirst && cell.length > maxMark && !somethingApart.test(cell)) return undefined;
        const text = folded(cell).trim();
        const isMarked = markedText.test(text) || (isFirst && marksFirst.test(text));
        return isMarked ? "pending" : undefined;
      },
    };
  });
