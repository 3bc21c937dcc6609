/** Columns that may hold balances, and their rows. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { signedCents } from "../amounts/amount-cells.ts";
import type { BalancedRow } from "./balance.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

const maxUnnamed = 8;

/**
 * Returns the columns that are named as balances, followed by a few others, since running totals have many
 * names.
 * @param columns all columns except those of amounts
 */
export function balanceColumns(columns: readonly Column[]): Column[] {
  const numeric = columns.filter(({ stats }) => stats.isNumbers && !stats.isDates);
  const named = numeric.filter((column) => fits(column, "balance") > 0);
  const others = numeric.filter(
    (column) => !named.includes(column) && !isNamed(column, "id") && !isNamed(column, "fee"),
  );
  return [...named, ...others.slice(0, maxUnnamed)];
}

/** @param centsIn returns a row's amount, as far as it is known */
export const balancedRows = (
  table: Table,
  centsIn: (cells: readonly string[]) => number | undefined,
  balance: Column,
  decimal: DecimalMark,
): BalancedRow[] =>
  table.rows.map(({ cells }) => ({
    amount: centsIn(cells),
    balance: signedCents(cellOf(cells, balance), decimal),
  }));
