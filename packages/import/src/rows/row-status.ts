import type { Layout } from "../sniff/layout.ts";
import type { Status, StatusColumn } from "../sniff/texts/statuses.ts";
import { cellOf } from "../sniff/table/table.ts";

type Cells = readonly string[];

function firstStatus(cells: Cells, columns: readonly StatusColumn[]): Status | undefined {
  for (const { column, statusOf } of columns) {
    const status = statusOf(cellOf(cells, column));
    if (status) return status;
  }
  return undefined;
}

/**
 * Returns a row's status; undefined if it gives none. Pending rows have no balance yet, so words beside a
 * balance belong to somebody's name.
 */
export function rowStatus(cells: Cells, { statuses, marked, balance }: Layout): Status | undefined {
  const isInBalance = balance !== undefined && cellOf(cells, balance.column) !== "";
  return firstStatus(cells, statuses) ?? (isInBalance ? undefined : firstStatus(cells, marked));
}
