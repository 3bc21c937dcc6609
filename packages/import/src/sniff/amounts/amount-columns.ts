/** Finds the columns of amounts. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { inAccountCurrency } from "./account-currency.ts";
import {
  type AmountColumns,
  areApart,
  asNumbers,
  type ColumnPair,
  notAmounts,
  severalOf,
} from "./amount-cells.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { isDirection } from "../signs/direction.ts";
import { foldName } from "../words/name-roles.ts";
import { isRunningTotal } from "./proved-amounts.ts";
import { type Column, fits, isMost, type Table } from "../table/table.ts";
import { unnamedAmounts } from "./unnamed-amounts.ts";

/**
 * Whether a column has hardly anything but numbers. Some words may be among them, such as those of a total
 * below the rows.
 */
const isBlankOrNumbers = ({ stats }: Column) =>
  stats.filled === 0 || stats.isNumbers || (stats.numbers > 0 && stats.numbers >= stats.filled / 2);

/** Returns the columns whose names fit a role best, the best first. */
function best(columns: readonly Column[], role: ColumnRole): Column[] {
  return columns
    .filter((column) => isMost(column, role, [...notAmounts, "amount"]) && isBlankOrNumbers(column))
    .toSorted((one, other) => fits(other, role) - fits(one, role) || one.index - other.index);
}

function namedPair(table: Table, columns: readonly Column[]): ColumnPair | undefined {
  const outs = best(columns, "out");
  const ins = best(columns, "in");
  const pairs = outs.flatMap((out) =>
    ins
      .filter((one) => one.index !== out.index && areApart(table, out, one))
      .map((one) => ({
        out,
        in: one,
        filled: out.stats.filled + one.stats.filled,
        score: fits(out, "out") + fits(one, "in"),
        distance: Math.abs(out.index - one.index),
      })),
  );
  const [pair] = pairs
    .filter(({ filled }) => filled > 0)
    .toSorted(
      (one, other) =>
        other.filled - one.filled || other.score - one.score || one.distance - other.distance,
    );
  return pair && { kind: "two", out: pair.out, in: pair.in };
}

/** Counts the rows with an amount other than zero. */
const money = ({ stats }: Column): number => stats.numbers - stats.zero;

/** Returns the columns of numbers that are named as amounts, the best first. */
const named = (columns: readonly Column[]): Column[] =>
  columns
    .filter(
      (column) =>
        isMost(column, "amount", notAmounts) &&
        column.stats.numbers > 0 &&
        column.stats.numbers >= column.stats.filled / 2,
    )
    .toSorted(
      (one, other) =>
        fits(other, "amount") - fits(one, "amount") ||
        money(other) - money(one) ||
        one.index - other.index,
    );

/** Whether a name is used for running totals as often as for amounts. */
const isSumName = ({ name }: Column): boolean =>
  /^(?:sum|summe|summa|suma|somme|total|totals|totaal|totale|total general|итого|합계|合計)$/.test(
    foldName(name),
  );

/** Whether a column may hold the amounts of which the other one is a running total. */
function isMovement(table: Table, total: Column, { name, roles, stats, index }: Column): boolean {
  const isNumbers = stats.isNumbers && !stats.isDates && index !== total.index;
  const isCalledSo =
    roles.size === 0
      ? Boolean(stats.decimal["."] ?? stats.decimal[","]) && stats.negative > 0
      : /^(?:net|netto|net amount|change|movement|mutation|mutatie|bewegung|mouvement|in out|\+ -|plus minus)$/.test(
          foldName(name),
        );
  return isNumbers && isCalledSo && stats.filled >= 0.8 * table.rowCount;
}

/** @throws ImportRefusal unsure, if several columns hold amounts that differ */
function oneOf(
  table: Table,
  columns: readonly Column[],
  first: Column,
  candidates: readonly Column[],
  decimal: DecimalMark,
): Column {
  const own = inAccountCurrency(table, columns, first, decimal);
  if (own) return own;
  const moves = candidates.find((column) => isRunningTotal(table, first, column, decimal));
  if (moves) return moves;
  const movement = isSumName(first) && columns.find((column) => isMovement(table, first, column));
  if (movement && !isRunningTotal(table, first, movement, decimal)) {
    throw severalOf([movement, first]);
  }
  const values = asNumbers(table, first, decimal);
  const rivals = candidates.filter(
    (column) =>
      fits(column, "amount") > fits(first, "amount") - 1 &&
      money(column) > 0 &&
      money(column) >= money(first) * 0.8 &&
      asNumbers(table, column, decimal).some((value, row) => value !== values[row]) &&
      !isRunningTotal(table, column, first, decimal),
  );
  if (rivals.length > 0) throw severalOf([first, ...rivals]);
  return first;
}

/** @throws ImportRefusal unsure */
export function findAmountColumns(
  table: Table,
  columns: readonly Column[],
  decimal: DecimalMark,
): AmountColumns {
  const pair = namedPair(table, columns);
  const candidates = named(columns);
  const [amount] = candidates;
  if (
    pair &&
    (!amount || pair.out.stats.filled + (pair.in?.stats.filled ?? 0) >= amount.stats.filled * 0.8)
  ) {
    return pair;
  }
  if (amount) return { kind: "one", amount: oneOf(table, columns, amount, candidates, decimal) };
  const out = best(columns, "out").find(({ stats }) => stats.numbers > 0);
  if (out && !best(columns, "in").some(({ stats }) => stats.numbers > 0)) {
    return { kind: "two", out, in: undefined };
  }
  return unnamedAmounts(table, columns, decimal);
}

/** Returns the columns whose words give each row's direction, the best first. */
export const directionColumns = (columns: readonly Column[]): Column[] =>
  columns
    .filter(isDirection)
    .toSorted(
      (one, other) =>
        other.stats.filled - one.stats.filled ||
        fits(other, "direction") - fits(one, "direction") ||
        one.index - other.index,
    );
