/** Columns that say of each row whether money went out or came in. */
import { bareWords } from "../cells/plain-text.ts";
import { inWords, isWeakDirection, neutralWords, outWords } from "./cell-words.ts";
import { type Column, fits, wordsOf } from "./table.ts";

export type Direction = "out" | "in" | "neutral";

/** What a cell of such a column says; undefined if it is blank or says something else. */
export function directionOf(cell: string): Direction | undefined {
  const text = cell.trim();
  if (text === "") return undefined;
  if (text === "-" || text === "\u2212") return "out";
  if (text === "+") return "in";
  const bare = bareWords(text);
  if (outWords.has(bare)) return "out";
  if (inWords.has(bare)) return "in";
  return neutralWords.has(bare === "" ? text : bare) ? "neutral" : undefined;
}

/** Whether nothing else stands in the column. */
export function isDirection(column: Column): boolean {
  const words = wordsOf(column);
  if (!words || words.length === 0 || words.length > 12) return false;
  const cells = [...(column.profile.distinct?.keys() ?? [])];
  const directions = new Set(cells.map(directionOf));
  if (directions.has(undefined)) return false;
  const hasBoth = directions.has("out") && directions.has("in");
  if (hasBoth) return true;
  if (!directions.has("out") && !directions.has("in")) return false;
  // A lone "C" may as well mean "cleared".
  return !words.every(isWeakDirection) || fits(column, "direction") >= 9;
}
