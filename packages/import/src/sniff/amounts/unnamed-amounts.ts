/** Finds the amount columns if no names tell. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { unsureOf } from "../../refusal.ts";
import {
  type AmountColumns,
  areApart,
  type ColumnPair,
  notAmounts,
  severalOf,
  signedCents,
} from "./amount-cells.ts";
import { type BalancedRow, balanceSign, movesBySize } from "../balances/balance.ts";
import { balancedRows } from "../balances/balance-columns.ts";
import { cellOf, type Column, isNamed, type Table } from "../table/table.ts";

// Statements have a handful of such columns. There is a limit, since each is compared with each.
const maxCandidates = 8;
/** Whether a column's numbers can be amounts, unlike the digits of accounts, codes and counters. */
function looksLikeAmounts({ stats }: Column): boolean {
  if (!stats.isNumbers || stats.isDates) return false;
  const { decimal, negative, plus, directedIn, directedOut } = stats;
  return (
    Boolean(decimal["."] ?? decimal[","] ?? decimal.either) ||
    negative + plus + directedIn + directedOut > 0
  );
}

type CentsIn = (cells: readonly string[]) => number | undefined;

/** The possible balances of a file, and how its cells are read. */
interface Numbers {
  table: Table;
  balances: readonly Column[];
  centsIn: (column: Column) => CentsIn;
  decimal: DecimalMark;
}

/** Whether a column other than the amounts holds balances that move with them. */
const isFollowed = (
  { table, balances, decimal }: Numbers,
  amounts: readonly Column[],
  centsIn: CentsIn,
  moves: (rows: readonly BalancedRow[]) => boolean,
): boolean =>
  balances.some(
    (balance) =>
      !amounts.includes(balance) && moves(balancedRows(table, centsIn, balance, decimal)),
  );

/** Finds two columns of which each row fills one. A third, with balances, shows which is which. */
function apartPair(candidates: readonly Column[], numbers: Numbers): ColumnPair | undefined {
  const { table, centsIn } = numbers;
  for (const out of candidates) {
    for (const one of candidates) {
      if (one === out || !areApart(table, out, one)) continue;
      const spent = centsIn(out);
      const received = centsIn(one);
      const isPair = isFollowed(
        numbers,
        [out, one],
        (cells) => Math.abs(received(cells) ?? 0) - Math.abs(spent(cells) ?? 0),
        (rows) => balanceSign(rows, "unknown") === 1,
      );
      if (isPair) return { kind: "two", out, in: one };
    }
  }
  return undefined;
}

/** Returns the columns of amounts that balances beside them follow, or the only candidate. */
export function unnamedAmounts(
  table: Table,
  columns: readonly Column[],
  decimal: DecimalMark,
): AmountColumns {
  const numeric = columns.filter(looksLikeAmounts);
  const unnamed = numeric.filter((column) => !notAmounts.some((role) => isNamed(column, role)));
  const whole = columns.filter(
    ({ stats, roles }) => stats.isNumbers && !stats.isDates && roles.size === 0,
  );
  const candidates = unnamed.length > 0 ? unnamed : whole;
  const [only] = candidates;
  if (!only) {
    throw unsureOf(
      "No column of amounts was found.",
      "Name it, or give its number from 1: --map amount=COLUMN",
    );
  }
  if (candidates.length === 1) return { kind: "one", amount: only };
  if (candidates.length > maxCandidates) throw severalOf(candidates);
  const centsIn = (column: Column) => (cells: readonly string[]) =>
    signedCents(cellOf(cells, column), decimal);
  const numbers = { table, balances: candidates, centsIn, decimal };
  const named = numeric.filter((column) => isNamed(column, "balance"));
  const pair = apartPair(candidates, { ...numbers, balances: [...named, ...candidates] });
  if (pair) return pair;
  // Named balances, such as those of a loan, aren't considered here, because they may follow only a part of the
  // amount.
  const amount = candidates.find((column) =>
    isFollowed(numbers, [column], centsIn(column), (rows) => movesBySize(rows, "unknown")),
  );
  if (amount) return { kind: "one", amount };
  throw severalOf(candidates);
}
