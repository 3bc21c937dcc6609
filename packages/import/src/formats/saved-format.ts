/** How to read the files of one bank: saved under a name, and recognised by the columns. */
import * as v from "valibot";
import { foldName } from "../sniff/words/name-roles.ts";
import { type ColumnMap, type Given, mappedFields } from "../given/given.ts";

export const savedFormat = v.object({
  name: v.string(),
  /** The names in the header; blank ones if the files have no header. */
  columns: v.array(v.string()),
  encoding: v.string(),
  delimiter: v.string(),
  decimal: v.picklist([".", ","]),
  date_order: v.picklist(["ymd", "dmy", "mdy"]),
  /** The sign of expenses in the amount or debit column. Null if words give the direction. */
  sign: v.nullable(v.picklist(["negative", "positive"])),
  map: v.record(v.picklist(mappedFields), v.string()),
  account: v.nullable(v.string()),
  /** The currency of files that name none. */
  currency: v.optional(v.string()),
  /** Whether rows of other lists in the file are left out. */
  skips_other_lists: v.optional(v.boolean()),
});
export type SavedFormat = v.InferOutput<typeof savedFormat>;

const named = (columns: readonly string[]) =>
  columns.map(foldName).filter((column) => column !== "");

export const hasHeader = ({ columns }: SavedFormat): boolean => named(columns).length > 0;

export interface ColumnDifference {
  added: string[];
  missing: string[];
  /** The number of columns that both have. */
  common: number;
}

/** Compares a file's columns with those of a format. */
export function columnDifference(
  format: SavedFormat,
  columns: readonly string[],
): ColumnDifference {
  const before = new Set(named(format.columns));
  const now = new Set(named(columns));
  const added = columns.filter(
    (column) => foldName(column) !== "" && !before.has(foldName(column)),
  );
  const missing = format.columns.filter(
    (column) => foldName(column) !== "" && !now.has(foldName(column)),
  );
  const common = [...now].filter((column) => before.has(column)).length;
  return { added, missing, common };
}

/** Whether the file has the format's columns in the same order. */
export const hasSameColumns = (format: SavedFormat, columns: readonly string[]): boolean =>
  named(format.columns).join("\n") === named(columns).join("\n") &&
  (hasHeader(format) || format.columns.length === columns.length);

/** Returns the format's columns, without those of amounts if the command line names others. */
function columnsBeside({ amount, debit, credit }: ColumnMap, map: ColumnMap): ColumnMap {
  const isOne = amount !== undefined;
  const isTwo = debit !== undefined || credit !== undefined;
  const out: readonly string[] = isOne ? ["debit", "credit"] : isTwo ? ["amount", "direction"] : [];
  return Object.fromEntries(Object.entries(map).filter(([field]) => !out.includes(field)));
}

/** Returns the format's sign, which applies only to the format's own columns of amounts. */
function signBeside({ amount, debit, credit }: ColumnMap, { map, sign }: SavedFormat) {
  const isOther =
    map.amount === undefined ? amount !== undefined : debit !== undefined || credit !== undefined;
  return isOther ? undefined : (sign ?? undefined);
}

/** Combines the command line's statements with those of a format. The command line takes precedence. */
export function givenWith(format: SavedFormat, given: Given): Given {
  return {
    ...given,
    decimal: given.decimal ?? format.decimal,
    dateOrder: given.dateOrder ?? format.date_order,
    sign: given.sign ?? signBeside(given.map, format),
    skipsOtherLists: given.skipsOtherLists ?? format.skips_other_lists,
    map: { ...columnsBeside(given.map, format.map), ...given.map },
  };
}
