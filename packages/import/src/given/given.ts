/** The user's statements about a file, which override what would otherwise be worked out. */
import type { CalendarDate } from "@outlay/shared";
import { badOption } from "../refusal.ts";
import type { DateOrder } from "../cells/date-cell.ts";
import type { DecimalMark } from "../cells/number-cell.ts";
import { foldName } from "../sniff/words/name-roles.ts";
import type { ExpenseSign } from "../sniff/signs/sign.ts";
import type { Column } from "../sniff/table/table.ts";

/** The fields that `--map` can assign a column to. */
export const mappedFields = [
  "date",
  "amount",
  "debit",
  "credit",
  "direction",
  "description",
  "payee",
  "category",
  "id",
  "currency",
  "status",
  "balance",
  "account",
  "fee",
] as const;
export type MappedField = (typeof mappedFields)[number];

/** A column for each field, by its name in the header or its number from 1. */
export type ColumnMap = Partial<Record<MappedField, string>>;

export interface Given {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  decimal?: DecimalMark | undefined;
  dateOrder?: DateOrder | undefined;
  sign?: ExpenseSign | undefined;
  /** Whether rows of lists other than the main one are left out instead of rejected. */
  skipsOtherLists?: boolean | undefined;
  map: ColumnMap;
  /** The account that the file belongs to, which overrides what the file says. */
  account?: string | undefined;
  /** The currency of a file that names none. */
  currency?: string | undefined;
  /** Today, because lists of bookings don't reach far beyond it. */
  today: CalendarDate;
}

const isField = (text: string): text is MappedField =>
  (mappedFields as readonly string[]).includes(text);

/** Parses `date=Booked,amount=3`. @throws ImportRefusal bad_option */
export function parseMap(text: string): ColumnMap {
  const map: ColumnMap = {};
  for (const part of text.split(",")) {
    const [field = "", ...rest] = part.split("=");
    const column = rest.join("=").trim();
    const name = field.trim().toLowerCase();
    if (!isField(name) || column === "") {
      throw badOption(
        `"${part}" in --map doesn't assign a column to a field.`,
        `Write field=column, with one of these fields: ${mappedFields.join(", ")}.`,
      );
    }
    if (map[name] !== undefined) {
      throw badOption(`--map assigns two columns to ${name}.`, "Keep only one of them.");
    }
    map[name] = column;
  }
  return map;
}

/**
 * Returns the column that `--map` names for a field; undefined if it names none.
 * @throws ImportRefusal bad_option
 */
export function mappedColumn(
  map: ColumnMap,
  field: MappedField,
  columns: readonly Column[],
): Column | undefined {
  const wanted = map[field];
  if (wanted === undefined) return undefined;
  const named =
    columns.find(({ name }) => name !== "" && name === wanted) ??
    columns.find(({ name }) => name !== "" && foldName(name) === foldName(wanted));
  const numbered = columns.find(({ index }) => String(index + 1) === wanted);
  const found = named ?? numbered;
  if (found) return found;
  const names = columns.map(({ name }, index) => (name === "" ? String(index + 1) : `"${name}"`));
  throw badOption(
    `The file has no column "${wanted}" for ${field}.`,
    `Its columns are ${names.join(", ")}. Give one of these names, or a number from 1 to ${columns.length}.`,
  );
}
