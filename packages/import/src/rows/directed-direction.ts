/** Finds the direction of an amount that words or letters give. */
import type { NumberCell } from "../cells/number-cell.ts";
import type { Directed } from "../sniff/layout.ts";
import type { Direction } from "../sniff/signs/direction.ts";
import { cellOf } from "../sniff/table/table.ts";
import { quoted, Rejection } from "./rejection.ts";
import { contradictionIn, type Shown } from "./signed-direction.ts";

const opposite = (direction: Direction): Direction =>
  direction === "out" ? "in" : direction === "in" ? "out" : direction;

/** Returns the direction by the sign and the word in the column; undefined if there is no such word. */
function byWord({ sign }: NumberCell, { meaning }: Directed, word: string): Direction | undefined {
  if (sign === "+") return "in";
  const said = meaning(word);
  return said !== undefined && sign === "-" ? opposite(said) : said;
}

/**
 * @param cell the cell that the number was read from
 * @throws Rejection
 */
export function directionOfDirected(
  number: NumberCell,
  cell: string,
  cells: readonly string[],
  amounts: Directed,
): Shown {
  const word = cellOf(cells, amounts.direction);
  const said = byWord(number, amounts, word);
  const letters = number.direction;
  if (letters !== undefined) {
    if (said === undefined ? number.sign !== "-" : said === letters) return { direction: letters };
    return { direction: said ?? letters, doubt: contradictionIn(cell, number.sign, word) };
  }
  if (said !== undefined) return { direction: said };
  if (word === "" && amounts.blank) {
    return { direction: number.sign === "-" ? opposite(amounts.blank) : amounts.blank };
  }
  const what = word === "" ? "nothing shows" : `${quoted(word)} doesn't show`;
  throw new Rejection(`${what} whether it is money out or money in`);
}
