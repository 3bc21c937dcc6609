/** Recognises texts with a mark for unbooked rows: `PENDING - Coffee shop`, `Cinema (pending)`. */
import { folded } from "../../cells/plain-text.ts";
import { pendingMarks, pendingParticiples } from "../words/cell-words.ts";
import type { StatusColumn } from "./statuses.ts";
import { cellOf, type Column, isNamed, type Table } from "../table/table.ts";

const mark = `(?:${[...pendingMarks].toSorted((one, other) => other.length - one.length).join("|")})`;

// A merchant's name may contain such a word; marks stand alone, in brackets, or set apart.
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
/** Words that no name contains, so that they need not be set apart from the text. */
const certainMarks = [...pendingMarks]
  .filter((words) => words.includes(" ") || pendingParticiples.has(words))
  .toSorted((one, other) => other.length - one.length)
  .join("|");
const markedAtEdge = new RegExp(
  String.raw`^(?:${certainMarks})[\s:.]|[\s.](?:${certainMarks})[.)\]]*$`,
  "u",
);
const singleWords = [...pendingMarks].filter((words) => !words.includes(" ")).join("|");
const wordAtEnd = new RegExp(String.raw`\s(?:${singleWords})[.)\]]*$`, "u");
// A fast path: most texts contain no mark, and files are long.
const mayBeMarked = new RegExp(
  `${[...pendingMarks].map((words) => words.slice(0, 4)).join("|")}|[^\\x20-\\x7E]`,
  "iu",
);

const marksFirst = new RegExp(String.raw`^${mark}\s+(\p{L}\S*)`, "u");

/** Whether a word stands in front of different texts, so that it may not be part of a merchant's name. */
function areSeveralFirst(table: Table, column: Column): boolean {
  const behind = table.rows.flatMap(
    ({ cells }) => marksFirst.exec(folded(cellOf(cells, column)).trim())?.[1] ?? [],
  );
  return new Set(behind).size > 1;
}

/**
 * Makes status columns of the columns of texts, whose marks may say that a row is pending. Notes are excluded,
 * since the user writes them.
 */
export const findPendingMarks = (table: Table, described: readonly Column[]): StatusColumn[] =>
  described
    .filter((column) => !isNamed(column, "note") && !isNamed(column, "category"))
    .map((column) => {
      const isFirst = areSeveralFirst(table, column);
      return {
        column,
        statusOf: (cell) => {
          if (!mayBeMarked.test(cell)) return undefined;
          const text = folded(cell).trim();
          if (markedText.test(text) || markedAtEdge.test(text)) return "pending";
          const isUnclear = wordAtEnd.test(text) || (isFirst && marksFirst.test(text));
          return isUnclear ? "unclear" : undefined;
        },
      };
    });
