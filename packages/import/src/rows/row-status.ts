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
 * What a row says of whether it is booked; undefined if it says nothing of the kind. What is pending has no place in the
 * balance yet, so that words beside one are somebody's name.
 */
export function rowStatus(cells: Cells, { statuses, marked, balance }: Layout): Status | undefined {
  const isInBalance = balance !== undefined && cellOf(cells, balance.column) !== "";
  return firstStatus(cells, statuses) ?? (isInBalance ? undefined : firstStatus(cells, marked));
}
