/** Decides the decimal mark from all the numbers of a file. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnStats, Example } from "../table/column-stats.ts";

const shown = ({ cell, line }: Example) => `"${cell.trim()}" in line ${line}`;

/**
 * Whether marks only group digits: no number below a thousand has a mark and every larger one does, so that no
 * decimals are written at all.
 */
const writesNoDecimals = ({ decimal, small, large }: ColumnStats): boolean =>
  small > 0 && large === 0 && decimal.either !== undefined && !decimal["."] && !decimal[","];

function proven(columns: readonly ColumnStats[]): DecimalMark | undefined {
  const point = columns.find(({ decimal }) => decimal["."])?.decimal["."];
  const comma = columns.find(({ decimal }) => decimal[","])?.decimal[","];
  if (point && comma) {
    throw unsureOf(
      `The decimal mark is a point in ${shown(point)}, and a comma in ${shown(comma)}.`,
      "Say which it is: --decimal . or --decimal , (rows that don't fit are then rejected).",
    );
  }
  return point ? "." : comma ? "," : undefined;
}

/**
 * @param used the columns that amounts are taken from
 * @param others other columns of numbers, such as balances
 * @param isPointCountry whether the file is from a country that never uses a decimal comma
 * @throws ImportRefusal unsure
 */
export function decideDecimal(
  used: readonly ColumnStats[],
  others: readonly ColumnStats[],
  isPointCountry: boolean,
): DecimalMark {
  const found = proven(used);
  if (found) return found;
  const open = used.find(({ decimal }) => decimal.either)?.decimal.either;
  // Whole numbers read the same either way.
  if (!open) return ".";
  const fromOthers = others.map((column) => proven([column])).filter((mark) => mark !== undefined);
  if (fromOthers.length > 0 && fromOthers.every((mark) => mark === fromOthers[0])) {
    return fromOthers[0] ?? ".";
  }
  if (used.every((column) => !column.decimal.either || writesNoDecimals(column))) {
    return open.cell.includes(".") ? "," : ".";
  }
  if (isPointCountry) return ".";
  throw unsureOf(
    `${shown(open)} can mean ${open.cell.replace(/[.,]/, "")} or ${open.cell.replace(",", ".")}: ` +
      "no number in the file shows which mark is the decimal mark.",
    "Say which it is: --decimal . or --decimal ,",
  );
}
