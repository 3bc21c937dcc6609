/** Texts that say of their row that it isn't booked yet: `PENDING - Coffee shop`, `Cinema (pending)`. */
import { folded } from "../../cells/plain-text.ts";
import { pendingMarks, pendingParticiples } from "../words/cell-words.ts";
import type { StatusColumn } from "./statuses.ts";
import { cellOf, type Column, isNamed, type Table } from "../table/table.ts";

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
/** Words that nobody is called, so that they need nothing to stand apart from the text before or behind them. */
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
// Most texts have none of it, and files are long.
const mayBeMarked = new RegExp(
  `${[...pendingMarks].map((words) => words.slice(0, 4)).join("|")}|[^\\x20-\\x7E]`,
  "iu",
);

const marksFirst = new RegExp(String.raw`^${mark}\s+(\p{L}\S*)`, "u");

/** In front of two that differ, a word may be no part of a merchant's name. */
function areSeveralFirst(table: Table, column: Column): boolean {
  const behind = table.rows.flatMap(
    ({ cells }) => marksFirst.exec(folded(cellOf(cells, column)).trim())?.[1] ?? [],
  );
  return new Set(behind).size > 1;
}

/**
 * The columns of texts as columns that may say that a row is pending. What stands in a note is the user's, and says
 * nothing of the bank's.
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
