/** Recognises columns that give each row's direction. */
import { bareWords } from "../../cells/plain-text.ts";
import {
  inWords,
  isWeakDirection,
  neutralWords,
  outWords,
  paymentWords,
} from "../words/cell-words.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { type Column, fits, isNamed, wordsOf } from "../table/table.ts";

export type Direction = "out" | "in" | "neutral";

/** Returns the direction that a cell names; undefined if it is blank or says something else. */
function directionOf(cell: string): Direction | undefined {
  const text = cell.trim();
  if (text === "") return undefined;
  if (text === "-" || text === "\u2212") return "out";
  if (text === "+") return "in";
  const bare = bareWords(text);
  if (outWords.has(bare)) return "out";
  if (inWords.has(bare)) return "in";
  return neutralWords.has(bare === "" ? text : bare) ? "neutral" : undefined;
}

// Words from the lists of cards, and from books of payments and receipts.
const cardWords = new Set(["purchase", "purchases", "sale", "charge", "return", "cash advance"]);
const bookWords = new Set([
  "receipt",
  "income",
  "deposit",
  "einnahme",
  "recette",
  "ingreso",
  "entrata",
]);

export type Meaning = (cell: string) => Direction | undefined;

/**
 * Makes a function that returns the direction a cell names in its column. The column's other words decide the
 * direction of a "payment".
 */
export function meaningIn(column: Column): Meaning {
  const words = wordsOf(column) ?? [];
  const isCard = words.some((word) => cardWords.has(word));
  const isBook = words.some((word) => bookWords.has(word));
  const payment = isCard === isBook ? undefined : isCard ? "in" : "out";
  return (cell) => (paymentWords.has(bareWords(cell)) ? payment : directionOf(cell));
}

/** Whether a column holds mostly directions, so that it names nothing. */
export function isMostlyDirection({ stats }: Column): boolean {
  const cells = [...(stats.distinct ?? [])];
  const directed = cells.filter(([cell]) => directionOf(cell) !== undefined);
  return directed.reduce((sum, [, count]) => sum + count, 0) > stats.filled / 2;
}

// "Debit card" and "credit card" name cards, a sent payment has arrived, and a dash in a column of deposits
// means that there is none.
const neverDirections: readonly ColumnRole[] = [
  "account",
  "status",
  "in",
  "out",
  "amount",
  "balance",
];

const textRoles: readonly ColumnRole[] = ["receiver", "party", "text", "name", "note"];

/** Whether a column holds nothing but directions. */
export function isDirection(column: Column): boolean {
  const words = wordsOf(column);
  if (!words || words.length === 0 || words.length > 12) return false;
  const isAboutDirection = isNamed(column, "direction");
  const is = (roles: readonly ColumnRole[]) => roles.some((role) => isNamed(column, role));
  if (!isAboutDirection && is(neverDirections)) return false;
  // Letters and short words can be names as well.
  if (!isAboutDirection && is(textRoles) && words.some(isWeakDirection)) return false;
  const cells = [...(column.stats.distinct?.keys() ?? [])];
  const directions = new Set(cells.map(meaningIn(column)));
  if (directions.has(undefined)) return false;
  if (!directions.has("out") && !directions.has("in")) return false;
  // "C" can also mean "cleared", and "in" a place.
  if (!words.every(isWeakDirection)) return true;
  const hasBoth = directions.has("out") && directions.has("in");
  if (column.name === "") return hasBoth;
  return fits(column, "direction") >= 4 || isNamed(column, "type");
}
