/** Amounts whose direction is given by words. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { signedCents } from "./amount-cells.ts";
import { type Direction, meaningIn } from "../signs/direction.ts";
import type { Directed } from "../layout.ts";
import { cellOf, type Column, type Table } from "../table/table.ts";

/** Returns the direction of rows without a mark, if the others all have the same mark. */
function meaningOfBlank(marks: ReadonlySet<Direction | undefined>): "out" | "in" | undefined {
  if (marks.has("out") === marks.has("in")) return undefined;
  return marks.has("in") ? "out" : "in";
}

/** Takes the direction from a column of words beside the amounts. */
export function directedBy(table: Table, amount: Column, direction: Column): Directed {
  const cells = [...(direction.stats.distinct?.keys() ?? [])];
  const isPartly = direction.stats.filled < table.rowCount;
  const blank = isPartly ? meaningOfBlank(new Set(cells.map(meaningIn(direction)))) : undefined;
  return { kind: "directed", amount, direction, meaning: meaningIn(direction), blank };
}

/** Makes a function that returns the direction in the best column of words; undefined if there is none. */
export function wordsIn([direction]: readonly Column[]) {
  const meaning = direction && meaningIn(direction);
  return (cells: readonly string[]): Direction | undefined => meaning?.(cellOf(cells, direction));
}

/** Takes the direction from letters after the numbers: `12.34 CR`. */
function directedByLetters(amount: Column): Directed {
  const { directedIn, directedOut, numbers } = amount.stats;
  const marks = new Set<Direction>();
  if (directedIn > 0) marks.add("in");
  if (directedOut > 0) marks.add("out");
  const blank = directedIn + directedOut < numbers ? meaningOfBlank(marks) : undefined;
  return { kind: "directed", amount, direction: undefined, meaning: () => undefined, blank };
}

/** Whether a minus marks reversals, because words already give the direction. */
function isTakenBack(
  table: Table,
  amount: Column,
  direction: Column,
  decimal: DecimalMark,
): boolean {
  const meaning = meaningIn(direction);
  const ofPlus = new Set(
    table.rows.flatMap(({ cells }) => {
      const cents = signedCents(cellOf(cells, amount), decimal) ?? 0;
      return cents > 0 ? [meaning(cellOf(cells, direction))] : [];
    }),
  );
  const { negative, positive } = amount.stats;
  return ofPlus.has("out") && ofPlus.has("in") && 4 * negative <= positive;
}

/**
 * @param directions the columns of words that give the direction, the best first
 * @returns undefined if signs tell more than words
 */
export function findDirected(
  table: Table,
  amount: Column,
  [direction]: readonly Column[],
  decimal: DecimalMark,
): Directed | undefined {
  const { negative, directedIn, directedOut } = amount.stats;
  if (negative > 0) {
    return direction && isTakenBack(table, amount, direction, decimal)
      ? directedBy(table, amount, direction)
      : undefined;
  }
  if (directedIn + directedOut > 0) return directedByLetters(amount);
  return direction && directedBy(table, amount, direction);
}
