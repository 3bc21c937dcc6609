/** The columns of amounts, where no names tell. */
import type { DecimalMark } from "../cells/number-cell.ts";
import { unsureOf } from "../import-error.ts";
import { type AmountColumns, areApart, asNumbers, notAmounts, severalOf } from "./amount-cells.ts";
import { type BalancedRow, balanceSign, movesBySize } from "./balance.ts";
import type { TwoColumns } from "./layout.ts";
import { type Column, isNamed, type Table } from "./table.ts";

// Statements have a handful; each is held against each.
const maxCandidates = 8;
/** Numbers that can be amounts where no name tells: not the digits of accounts, codes and counters. */
function looksLikeAmounts({ profile }: Column): boolean {
  if (!profile.isNumbers || profile.isDates) return false;
  const { decimal, negative, plus, directedIn, directedOut } = profile;
  return (
    Boolean(decimal["."] ?? decimal[","] ?? decimal.either) ||
    negative + plus + directedIn + directedOut > 0
  );
}

/** What is in `amounts`, beside what may be balances. */
const rowsWith = (
  table: Table,
  balance: Column,
  amounts: (row: number) => number | undefined,
  decimal: DecimalMark,
): BalancedRow[] =>
  asNumbers(table, balance, decimal).map((value, row) => ({
    amount: amounts(row),
    balance: value,
  }));

/** Without names: the column whose amounts the balances beside it follow, or the only one there is. */
export function unnamedAmounts(
  table: Table,
  columns: readonly Column[],
  decimal: DecimalMark,
): AmountColumns {
  const numeric = columns.filter(
    (column) => looksLikeAmounts(column) && !notAmounts.some((role) => isNamed(column, role)),
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
  if (candidates.length > maxCandidates) throw severalOf(candidates);
  const pair = apartPair(table, candidates, decimal);
  if (pair) return pair;
  for (const amount of candidates) {
    const values = asNumbers(table, amount, decimal);
    const followed = candidates.some(
      (balance) =>
        balance !== amount &&
        movesBySize(
          rowsWith(table, balance, (row) => values[row], decimal),
          "unknown",
        ),
    );
    if (followed) return { kind: "one", amount };
  }
  throw severalOf(candidates);
}

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
          balanceSign(
            rowsWith(
              table,
              balance,
              (row) => Math.abs(received[row] ?? 0) - Math.abs(spent[row] ?? 0),
              decimal,
            ),
            "unknown",
          ) === 1,
      );
      if (follows) return { kind: "two", out, in: one };
    }
  }
  return undefined;
}
