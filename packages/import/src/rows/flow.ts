/** Finds how much money moved in a row, and in which direction. */
import { centsToText, maxAmountCents } from "@outlay/shared";
import {
  type CentsFault,
  centsOf,
  type DecimalMark,
  type NumberCell,
  type NumberFault,
  readNumberLike,
} from "../cells/number-cell.ts";
import { isNothing } from "../cells/plain-text.ts";
import type { Direction } from "../sniff/signs/direction.ts";
import type { Amounts, Extra, Layout, TwoColumns, UsualSign } from "../sniff/layout.ts";
import { cellOf, type Column } from "../sniff/table/table.ts";
import { directionOfDirected } from "./directed-direction.ts";
import { quoted, Rejection } from "./rejection.ts";
import { contradictionIn, directionOfSigned } from "./signed-direction.ts";

/** An amount without a sign, and its direction. */
export interface Flow {
  cents: number;
  direction: Direction;
  /** The part of the cents from columns beside the amount, such as fees; absent if there are none. */
  besideCents?: number;
  /** The reason to reject the row, unless its balance proves a direction; absent if there is no doubt. */
  doubt?: string | undefined;
}

export function amountColumns({ amounts }: Pick<Layout, "amounts">): Column[] {
  if (amounts.kind !== "two") return [amounts.amount];
  return amounts.in ? [amounts.out, amounts.in] : [amounts.out];
}

const numberFaults = {
  groups: ": its digits aren't in groups of three",
  "special digits": ": it has raised or other special digits",
} as const satisfies Record<NumberFault, string>;

const faults = {
  "another decimal mark": "has a different decimal mark than the other amounts",
  "more than two decimals": "has more than two decimals",
  "too large": `is more than ${centsToText(maxAmountCents)}`,
} as const satisfies Record<CentsFault, string>;

interface ReadAmount {
  number: NumberCell;
  cents: number;
}

/** Reads an amount; undefined for a blank cell, or a dash in place of one. @throws Rejection */
export function readAmount(cell: string, decimal: DecimalMark): ReadAmount | undefined {
  if (cell === "-" || isNothing(cell)) return undefined;
  const number = readNumberLike(cell);
  if (!number || number.fault !== undefined) {
    const why = number?.fault === undefined ? "" : numberFaults[number.fault];
    throw new Rejection(`amount ${quoted(cell)} isn't a number${why}`);
  }
  const cents = centsOf(number, decimal);
  if (typeof cents !== "number") throw new Rejection(`amount ${quoted(cell)} ${faults[cents]}`);
  return { number, cents };
}

/** Whether a number has the usual sign of its column; the other sign marks a reversal. */
function isUsual({ number }: ReadAmount, usual: UsualSign): boolean {
  return (number.sign === "-") === (usual === "negative");
}

/** Returns an amount's flow in the direction of its column, with a doubt if letters contradict it. */
function flowIn(
  cells: readonly string[],
  column: Column | undefined,
  { number, cents }: ReadAmount,
  direction: "out" | "in",
): Flow {
  if (number.direction === undefined || number.direction === direction) return { cents, direction };
  const doubt = contradictionIn(cellOf(cells, column), number.sign, column?.name ?? "");
  return { cents, direction, doubt };
}

function flowOfTwo(
  cells: readonly string[],
  { out: outs, in: ins, outSign, inSign }: TwoColumns,
  decimal: DecimalMark,
): Flow {
  const out = readAmount(cellOf(cells, outs), decimal);
  const received = readAmount(cellOf(cells, ins), decimal);
  if (!out && !received) throw new Rejection("no amount");
  if (out?.cents && received?.cents) throw new Rejection("it has both money out and money in");
  if (out?.cents) return flowIn(cells, outs, out, isUsual(out, outSign) ? "out" : "in");
  if (received?.cents) {
    return flowIn(cells, ins, received, isUsual(received, inSign) ? "in" : "out");
  }
  return { cents: 0, direction: "neutral" };
}

const centsWithSign = ({ cents, direction }: Flow): number =>
  direction === "out" ? -cents : direction === "in" ? cents : 0;

/** Returns the signed cents that a row's further money columns add to its amount. @throws Rejection */
function centsBeside(cells: readonly string[], extras: readonly Extra[], decimal: DecimalMark) {
  let sum = 0;
  for (const { column, adds } of extras) {
    const read = readAmount(cellOf(cells, column), decimal);
    if (!read) continue;
    const cents = read.number.sign === "-" ? -read.cents : read.cents;
    sum += adds === "what it says" ? cents : adds === "the opposite" ? -cents : -Math.abs(cents);
  }
  return sum;
}

/**
 * Returns how much money moved in a row, including further money columns.
 * @param moved by how much the row moved the balance, if that decides the direction
 * @throws Rejection
 */
export function flowOf(
  cells: readonly string[],
  layout: Pick<Layout, "amounts" | "extras" | "decimal">,
  moved: number | undefined,
): Flow {
  const { amounts, extras, decimal } = layout;
  const beside = extras.length === 0 ? 0 : centsBeside(cells, extras, decimal);
  if (beside === 0) return flowOfAmounts(cells, amounts, decimal, moved);
  const hasAmount = amountColumns(layout).some((column) => cellOf(cells, column) !== "");
  const base = hasAmount ? flowOfAmounts(cells, amounts, decimal, moved) : undefined;
  const before = base ? centsWithSign(base) : 0;
  const whole = before + beside;
  const cents = Math.abs(whole);
  const isSameWay = before !== 0 && whole < 0 === before < 0;
  const direction = whole < 0 ? "out" : whole > 0 ? "in" : "neutral";
  const flow = {
    cents,
    direction,
    ...(base?.doubt === undefined ? {} : { doubt: base.doubt }),
  } as const;
  return isSameWay ? { ...flow, besideCents: cents - Math.abs(before) } : flow;
}

/** @throws Rejection */
function flowOfAmounts(
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
      throw new Rejection("no balance shows whether it is money out or money in");
    }
    return { cents, direction: (moved ?? 0) < 0 ? "out" : "in" };
  }
  if (amounts.kind === "signed") {
    const shown = directionOfSigned(number, cellOf(cells, amount), cells, amounts);
    return { cents, ...shown };
  }
  return { cents, ...directionOfDirected(number, cellOf(cells, amount), cells, amounts) };
}
