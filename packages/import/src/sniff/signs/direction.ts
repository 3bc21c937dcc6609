/** Columns that say of each row whether money went out or came in. */
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

/** What a cell of such a column says; undefined if it is blank or says something else. */
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

// What a card's list calls things, and what a book of payments and receipts does.
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

/** What a cell means in its column; which way a "payment" goes, the other words tell. */
export function meaningIn(column: Column): Meaning {
  const words = wordsOf(column) ?? [];
  const isCard = words.some((word) => cardWords.has(word));
  const isBook = words.some((word) => bookWords.has(word));
  const payment = isCard === isBook ? undefined : isCard ? "in" : "out";
  return (cell) => (paymentWords.has(bareWords(cell)) ? payment : directionOf(cell));
}

/** Whether little else stands in the column, so that it calls nothing by its name. */
export function isMostlyDirection({ profile }: Column): boolean {
  const cells = [...(profile.distinct ?? [])];
  const directed = cells.filter(([cell]) => directionOf(cell) !== undefined);
  return directed.reduce((sum, [, count]) => sum + count, 0) > profile.filled / 2;
}

// A debit card and a credit card are two cards; what was sent has arrived; a dash in a column of deposits is no deposit.
const neverDirections: readonly ColumnRole[] = [
  "account",
  "status",
  "in",
  "out",
  "amount",
  "balance",
];

const textRoles: readonly ColumnRole[] = ["receiver", "party", "text", "name", "note"];

/** Whether nothing else stands in the column. */
export function isDirection(column: Column): boolean {
  const words = wordsOf(column);
  if (!words || words.length === 0 || words.length > 12) return false;
  const isAboutDirection = isNamed(column, "direction");
  const is = (roles: readonly ColumnRole[]) => roles.some((role) => isNamed(column, role));
  if (!isAboutDirection && is(neverDirections)) return false;
  // Letters and short words are names as well.
  if (!isAboutDirection && is(textRoles) && words.some(isWeakDirection)) return false;
  const cells = [...(column.profile.distinct?.keys() ?? [])];
  const directions = new Set(cells.map(meaningIn(column)));
  if (directions.has(undefined)) return false;
  if (!directions.has("out") && !directions.has("in")) return false;
  // "C" may as well mean "cleared", and "in" a place.
  if (!words.every(isWeakDirection)) return true;
  const hasBoth = directions.has("out") && directions.has("in");
  if (column.name === "") return hasBoth;
  return fits(column, "direction") >= 4 || isNamed(column, "type");
}
