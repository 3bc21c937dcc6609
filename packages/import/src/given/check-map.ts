/** Checks `--map` for contradictions. */
import { badOption } from "../refusal.ts";
import { type ColumnMap, type MappedField, mappedColumn } from "./given.ts";
import type { Column } from "../sniff/table/table.ts";

const together: readonly (readonly [MappedField, MappedField])[] = [
  ["amount", "debit"],
  ["amount", "credit"],
  ["direction", "debit"],
  ["direction", "credit"],
];

/** Fields that each hold one number or day, so that no two of them can share a column. */
const single = ["date", "amount", "debit", "credit", "balance", "fee"] as const;

/** @throws ImportRefusal bad_option */
export function checkMapped(map: ColumnMap): void {
  for (const [field, other] of together) {
    if (map[field] === undefined || map[other] === undefined) continue;
    throw badOption(
      `--map assigns columns to both ${field} and ${other}, which exclude each other.`,
      "Map amount (perhaps with direction) if one column has all amounts, otherwise debit and credit.",
    );
  }
}

/** Checks the mapped columns once the file's columns are known. @throws ImportRefusal bad_option */
export function checkMappedColumns(map: ColumnMap, columns: readonly Column[]): void {
  const found = new Map<Column, MappedField>();
  for (const field of single) {
    const column = mappedColumn(map, field, columns);
    if (!column) continue;
    const other = found.get(column);
    if (other !== undefined) {
      throw badOption(
        `--map assigns the same column to both ${other} and ${field}.`,
        "Assign a different column to each, or leave one of them out.",
      );
    }
    found.set(column, field);
  }
}
