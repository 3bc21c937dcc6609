/** The columns that amounts are taken from. */
import { centsOf, type DecimalMark, readNumberCell } from "../cells/number-cell.ts";
import { unsureOf } from "../import-error.ts";
import { balanceSign } from "./balance.ts";
import type { ColumnRole } from "./column-names.ts";
import { isDirection } from "./direction.ts";
import { type Column, fits, isMost, type Table } from "./table.ts";

/** One column for what goes out and one for what comes in. */
interface TwoColumns {
  kind: "two";
  out: Column;
  in: Column | undefined;
}

export type AmountColumns =
  /** One column; its signs say which way the money went, or words beside it do. */
  { kind: "one"; amount: Column } | TwoColumns;

const notAmounts: readonly ColumnRole[] = [
  "otherAmount",
  "fee",
  "balance",
  "date",
  "valueDate",
  "id",
  "other",
];

/** The cents in a cell, with the sign that it has there; undefined if it is blank or no number. */
export function signedCents(cell: string, decimal: DecimalMark): number | undefined {
  const number = readNumberCell(cell);
  const cents = number && centsOf(number, decimal);
  if (!number || typeof cents !== "number") return undefined;
  return number.sign === "-" ? -cents : cents;
}

const isBlankOrNumbers = ({ profile }: Column) => profile.filled === 0 || profile.isNumbers;

/** Names of two columns that belong together say the same beside their direction. */
function best(columns: readonly Column[], role: ColumnRole): Column[] {
  return columns
    .filter((column) => isMost(column, role, [...notAmounts, "amount"]) && isBlankOrNumbers(column))
    .toSorted((one, other) => fits(other, role) - fits(one, role) || one.index - other.index);
}

/** In how many rows of the sample exactly one of the two, or neither, has an amount. */
function areApart(table: Table, one: Column, other: Column): boolean {
  const both = table.rows.filter(({ cells }) =>
    [one, other].every(({ index }) => /[1-9]/.test(cells[index] ?? "")),
  ).length;
  return both <= Math.max(1, table.rows.length / 10);
}

function namedPair(table: Table, columns: readonly Column[]): TwoColumns | undefined {
  const outs = best(columns, "out");
  const ins = best(columns, "in");
  const pairs = outs.flatMap((out) =>
    ins
      .filter((one) => one.index !== out.index && areApart(table, out, one))
      .map((one) => ({
        out,
        in: one,
        filled: out.profile.filled + one.profile.filled,
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

/** Columns of numbers whose names say that they hold amounts, the best first. */
const named = (columns: readonly Column[]): Column[] =>
  columns
    .filter(
      (column) =>
        isMost(column, "amount", notAmounts) &&
        column.profile.numbers > 0 &&
        column.profile.numbers >= column.profile.filled / 2,
    )
    .toSorted(
      (one, other) =>
        fits(other, "amount") - fits(one, "amount") ||
        other.profile.filled - one.profile.filled ||
        one.index - other.index,
    );

/** Numbers that can be amounts where no name tells: not the digits of accounts, codes and counters. */
function looksLikeAmounts({ profile }: Column): boolean {
  if (!profile.isNumbers || profile.isDates) return false;
  const { decimal, negative, plus, directedIn, directedOut } = profile;
  return (
    Boolean(decimal["."] ?? decimal[","] ?? decimal.either) ||
    negative + plus + directedIn + directedOut > 0
  );
}

const asNumbers = (table: Table, column: Column, decimal: DecimalMark) =>
  table.cellsOf(column).map((cell) => signedCents(cell, decimal));

/** Whether `balance` moves with what is in `amounts`, taken together. */
function movesWith(
  table: Table,
  balance: Column,
  amounts: (row: number) => number | undefined,
  decimal: DecimalMark,
): 1 | -1 | undefined {
  const balances = asNumbers(table, balance, decimal);
  return balanceSign(
    balances.map((value, row) => ({ amount: amounts(row), balance: value })),
    "unknown",
  );
}

/** Without names: the column whose amounts the balances beside it follow, or the only one there is. */
function unnamed(table: Table, columns: readonly Column[], decimal: DecimalMark): AmountColumns {
  const numeric = columns.filter(
    (column) => looksLikeAmounts(column) && !notAmounts.some((role) => fits(column, role) >= 9),
  );
  const whole = columns.filter(
    ({ profile, roles }) => profile.isNumbers && !profile.isDates && roles.size === 0,
  );
  const candidates = numeric.length > 0 ? numeric : whole;
  const [only] = candidates;
  if (!only) {
    throw unsureOf(
      "No column of amounts was found.",
      "Name it: --map amount=COLUMN, by its name or its number from 1.",
    );
  }
  if (candidates.length === 1) return { kind: "one", amount: only };
  const pair = apartPair(table, candidates, decimal);
  if (pair) return pair;
  for (const amount of candidates) {
    const values = asNumbers(table, amount, decimal);
    const followed = candidates.some(
      (balance) => balance !== amount && movesWith(table, balance, (row) => values[row], decimal),
    );
    if (followed) return { kind: "one", amount };
  }
  throw severalOf(candidates);
}

const severalOf = (candidates: readonly Column[]) =>
  unsureOf(
    `Several columns hold amounts: ${candidates.map((column) => columnLabel(column)).join(", ")}.`,
    "Name the one that counts: --map amount=COLUMN, or --map debit=COLUMN,credit=COLUMN.",
  );

/** Two columns of which each row fills one; which is which, a third with balances tells. */
function apartPair(
  table: Table,
  candidates: readonly Column[],
  decimal: DecimalMark,
): TwoColumns | undefined {
  for (const out of candidates) {
    for (const one of candidates) {
      if (one === out || !areApart(table, out, one)) continue;
      const spent = asNumbers(table, out, decimal);
      const received = asNumbers(table, one, decimal);
      const follows = candidates.some(
        (balance) =>
          balance !== one &&
          balance !== out &&
          movesWith(
            table,
            balance,
            (row) => Math.abs(received[row] ?? 0) - Math.abs(spent[row] ?? 0),
            decimal,
          ) === 1,
      );
      if (follows) return { kind: "two", out, in: one };
    }
  }
  return undefined;
}

/**
 * Of amounts in two currencies, those in the one that never changes are the account's own.
 * @throws CliError import_unsure
 */
function oneOf(
  table: Table,
  columns: readonly Column[],
  first: Column,
  candidates: readonly Column[],
  decimal: DecimalMark,
): Column {
  const values = asNumbers(table, first, decimal);
  const rivals = candidates.filter(
    (column) =>
      fits(column, "amount") > fits(first, "amount") - 1 &&
      column.profile.filled >= first.profile.filled * 0.8 &&
      asNumbers(table, column, decimal).some((value, row) => value !== values[row]),
  );
  if (rivals.length === 0) return first;
  const all = [first, ...rivals];
  const currencyOf = (column: Column) =>
    columns.find(({ index, roles }) => index > column.index && roles.has("currency"));
  const constant = all.filter((column) => currencyOf(column)?.profile.distinct?.size === 1);
  const [only] = constant;
  if (only && constant.length === 1) return only;
  throw severalOf(all);
}

/** How people name a column: by what its header says, or by its number from 1. */
export const columnLabel = ({ name, index }: Column): string =>
  name === "" ? `column ${index + 1}` : `"${name}"`;

/** @throws CliError import_unsure */
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
    (!amount ||
      pair.out.profile.filled + (pair.in?.profile.filled ?? 0) >= amount.profile.filled * 0.8)
  ) {
    return pair;
  }
  if (amount) return { kind: "one", amount: oneOf(table, columns, amount, candidates, decimal) };
  const out = best(columns, "out").find(({ profile }) => profile.numbers > 0);
  if (out && !best(columns, "in").some(({ profile }) => profile.numbers > 0)) {
    return { kind: "two", out, in: undefined };
  }
  return unnamed(table, columns, decimal);
}

/** Columns that say of each row which way the money went, the best first. */
export const directionColumns = (columns: readonly Column[]): Column[] =>
  columns
    .filter(isDirection)
    .toSorted(
      (one, other) =>
        other.profile.filled - one.profile.filled ||
        fits(other, "direction") - fits(one, "direction") ||
        one.index - other.index,
    );
