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

/** Returns the mark that all columns with one show; undefined if they show none, or different ones. */
function commonMark(columns: readonly ColumnStats[]): DecimalMark | undefined {
  const [hasPoint, hasComma] = ([".", ","] as const).map((mark) =>
    columns.some(({ decimal }) => decimal[mark]),
  );
  if (hasPoint === hasComma) return undefined;
  return hasPoint ? "." : ",";
}

/**
 * @param used the columns that amounts are taken from
 * @param balances columns named as balances
 * @param others other columns of numbers
 * @param isPointCountry whether the file is from a country that never uses a decimal comma
 * @throws ImportRefusal unsure
 */
export function decideDecimal(
  used: readonly ColumnStats[],
  balances: readonly ColumnStats[],
  others: readonly ColumnStats[],
  isPointCountry: boolean,
): DecimalMark {
  const found = proven(used);
  if (found) return found;
  const open = used.find(({ decimal }) => decimal.either)?.decimal.either;
  // Whole amounts read the same either way, but not the balances beside them.
  if (!open) return commonMark(balances) ?? commonMark([...balances, ...others]) ?? ".";
  const fromOthers = [...balances, ...others]
    .map((column) => proven([column]))
    .filter((mark) => mark !== undefined);
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
