/** Finds the direction of an amount in a column whose signs give it. */
import type { NumberCell } from "../cells/number-cell.ts";
import type { Signed } from "../sniff/layout.ts";
import type { Direction } from "../sniff/signs/direction.ts";
import { quoted } from "./rejection.ts";

/** A direction, and the reason to reject the row unless its balance proves a direction. */
export interface Shown {
  direction: Direction;
  doubt?: string | undefined;
}

/** Says that the letters after an amount contradict its sign, or else a word or the name of its column. */
export const contradictionIn = (cell: string, sign: NumberCell["sign"], word = ""): string =>
  sign !== "" || word === ""
    ? `the sign and the letters in ${quoted(cell)} contradict each other`
    : `the letters in ${quoted(cell)} contradict ${quoted(word)}`;

/** Returns the direction that a sign gives; undefined if the number has none. */
function bySign({ sign }: NumberCell, { amount, expense }: Signed): "out" | "in" | undefined {
  const { plus, positive } = amount.stats;
  if (sign === "") return undefined;
  // A plus that only some amounts have marks money in.
  if (sign === "+" && plus < positive) return "in";
  return (sign === "-") === (expense === "negative") ? "out" : "in";
}

/**
 * Whether amounts of a column have a plus as well as a minus, so that one without a sign can be either: it isn't
 * written as money in is.
 */
const hasBothSigns = ({ amount: { stats } }: Signed): boolean =>
  stats.plus > 0 && stats.negative > 0;

/**
 * Whether a row of a column may need its balance as a proof, because signs are missing or letters contradict
 * them.
 */
export function mayNeedProof({ stats }: Signed["amount"]): boolean {
  const { plus, positive, negative, directedIn, directedOut } = stats;
  const hasSigns = plus + negative > 0;
  return hasSigns && ((plus > 0 && plus < positive) || directedIn + directedOut > 0);
}

/** @param cell the cell that the number was read from */
export function directionOfSigned(
  number: NumberCell,
  cell: string,
  cells: readonly string[],
  amounts: Signed,
): Shown {
  const signed = bySign(number, amounts);
  const unsigned = amounts.expense === "positive" ? "out" : "in";
  const letters = number.direction;
  if (letters !== undefined) {
    if (signed === undefined || signed === letters) return { direction: letters };
    return { direction: signed, doubt: contradictionIn(cell, number.sign) };
  }
  if (signed !== undefined) return { direction: signed };
  if (!hasBothSigns(amounts)) return { direction: unsigned };
  const said = amounts.wordsSay(cells);
  if (said !== undefined) return { direction: said };
  const doubt = `amount ${quoted(cell)} has no sign, although others have a plus or a minus`;
  return { direction: unsigned, doubt };
}
