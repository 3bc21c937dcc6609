/** How much money went which way in a row. */
import { centsToText, maxAmountCents } from "@outlay/shared";
import {
  type CentsFault,
  centsOf,
  type DecimalMark,
  type NumberCell,
  readNumberCell,
} from "../cells/number-cell.ts";
import { isNothing } from "../cells/plain-text.ts";
import type { ColumnProfile } from "../sniff/column-profile.ts";
import type { Direction } from "../sniff/direction.ts";
import type { Amounts } from "../sniff/layout.ts";
import { cellOf, type Column } from "../sniff/table.ts";
import { quoted, Rejection } from "./rejection.ts";

/** Cents without a sign. */
export interface Flow {
  cents: number;
  direction: Direction;
}

const faults = {
  "another decimal mark": "has another decimal mark than the other amounts",
  "more than two decimals": "has more than two decimals",
  "too large": `is more than ${centsToText(maxAmountCents)}`,
} as const satisfies Record<CentsFault, string>;

interface ReadAmount {
  number: NumberCell;
  cents: number;
}

/** Undefined for a blank cell, or a dash that stands for one. @throws Rejection */
export function readAmount(cell: string, decimal: DecimalMark): ReadAmount | undefined {
  if (cell === "-" || isNothing(cell)) return undefined;
  const number = readNumberCell(cell);
  if (!number) throw new Rejection(`amount ${quoted(cell)} is no number`);
  const cents = centsOf(number, decimal);
  if (typeof cents !== "number") throw new Rejection(`amount ${quoted(cell)} ${faults[cents]}`);
  return { number, cents };
}

const opposite = (direction: Direction): Direction =>
  direction === "out" ? "in" : direction === "in" ? "out" : direction;

/**
 * Where a column's numbers are written with a minus, one without is taken back, and the other way round.
 */
function isUsual({ number }: ReadAmount, { negative, positive }: ColumnProfile): boolean {
  return (number.sign === "-") === negative > positive;
}

function flowOfTwo(
  cells: readonly string[],
  columns: { out: Column; in: Column | undefined },
  decimal: DecimalMark,
): Flow {
  const out = readAmount(cellOf(cells, columns.out), decimal);
  const received = readAmount(cellOf(cells, columns.in), decimal);
  if (!out && !received) throw new Rejection("no amount");
  if (out?.cents && received?.cents) throw new Rejection("money went out and came in");
  if (out?.cents) {
    return { cents: out.cents, direction: isUsual(out, columns.out.profile) ? "out" : "in" };
  }
  if (received?.cents && columns.in) {
    const { cents } = received;
    return { cents, direction: isUsual(received, columns.in.profile) ? "in" : "out" };
  }
  return { cents: 0, direction: "neutral" };
}

/**
 * @param moved by how much the row moved the balance, where that tells
 * @throws Rejection
 */
export function flowOf(
  cells: readonly string[],
  amounts: Amounts,
  decimal: DecimalMark,
  moved: number | undefined,
): Flow {
  if (amounts.kind === "two") return flowOfTwo(cells, amounts, decimal);
  const { amount } = amounts;
  const read = readAmount(cellOf(cells, amount), decimal);
  if (!read) throw new Rejection("no amount");
  const { number, cents } = read;
  if (amounts.kind === "followed") {
    if (cents !== 0 && Math.abs(moved ?? 0) !== cents) {
      throw new Rejection("no balance beside it tells whether money went out or came in");
    }
    return { cents, direction: (moved ?? 0) < 0 ? "out" : "in" };
  }
  const isNegative = number.sign === "-";
  if (amounts.kind === "signed") {
    const { plus, positive } = amount.profile;
    if (number.direction !== undefined && !isNegative)
      return { cents, direction: number.direction };
    // A plus that only some have marks what comes in.
    if (number.sign === "+" && plus < positive) return { cents, direction: "in" };
    const isExpense = isNegative === (amounts.expense === "negative");
    return { cents, direction: isExpense ? "out" : "in" };
  }
  if (number.sign === "+") return { cents, direction: "in" };
  const cell = cellOf(cells, amounts.direction);
  const direction =
    number.direction ?? amounts.meaning(cell) ?? (cell === "" ? amounts.blank : undefined);
  if (!direction) {
    const what = cell === "" ? "nothing says" : `${quoted(cell)} doesn't say`;
    throw new Rejection(`${what} whether money went out or came in`);
  }
  return { cents, direction: isNegative ? opposite(direction) : direction };
}
