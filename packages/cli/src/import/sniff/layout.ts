/** All that has been found out about a file: how each of its rows is to be read. */
import type { SavedFormat } from "../formats/saved-format.ts";
import type { DecimalMark } from "../cells/number-cell.ts";
import type { Meaning } from "./direction.ts";
import type { DateFormat } from "./date-format.ts";
import type { Evidence, ExpenseSign } from "./sign.ts";
import type { StatusColumn } from "./statuses.ts";
import type { Column } from "./table.ts";

/** Where amounts stand, and what tells expenses from the rest. */
export type Amounts =
  | { kind: "signed"; amount: Column; expense: ExpenseSign; evidence: readonly Evidence[] }
  /** A column of words says it, or a letter behind the number; a blank one means `blank`. */
  | {
      kind: "directed";
      amount: Column;
      direction: Column | undefined;
      /** What a cell of it says. */
      meaning: Meaning;
      blank: "out" | "in" | undefined;
    }
  | { kind: "two"; out: Column; in: Column | undefined };

export interface Layout {
  /** The saved format that it was read by. */
  format: SavedFormat | undefined;
  encoding: string;
  delimiter: string;
  /** The line of the header; undefined where there is none. */
  headerLine: number | undefined;
  /** How many columns it has, named or not. */
  headerWidth: number;
  firstLine: number;
  /** How many rows there are from there on. */
  rowCount: number;
  columns: readonly Column[];
  date: Column;
  dateFormat: DateFormat;
  decimal: DecimalMark;
  amounts: Amounts;
  /** The first of them that says something is what an expense is called. */
  described: readonly Column[];
  /** What, all together, tells one booking from another. */
  telling: readonly Column[];
  category: Column | undefined;
  id: Column | undefined;
  currency: Column | undefined;
  account: Column | undefined;
  /** The names of whose account it is: no merchant's. */
  owners: readonly Column[];
  balances: readonly Column[];
  fee: Column | undefined;
  /** Fees beside the amounts that nobody has said to add. */
  otherFee: Column | undefined;
  /** Columns that say what kind of booking it is. */
  types: readonly Column[];
  /** Columns that may say that a row isn't booked. */
  statuses: readonly StatusColumn[];
  /** Amounts are costs that several people share; what they pay each other is no expense. */
  isShared: boolean;
}
