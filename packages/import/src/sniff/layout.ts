/** The layout of a file: everything that has been found out about how to read its rows. */
import type { SavedFormat } from "../formats/saved-format.ts";
import type { DecimalMark } from "../cells/number-cell.ts";
import type { BalanceStep } from "./balances/balance.ts";
import type { Direction, Meaning } from "./signs/direction.ts";
import type { DateNotation } from "./dates/date-notation.ts";
import type { Evidence, ExpenseSign } from "./signs/sign.ts";
import type { StatusColumn } from "./texts/statuses.ts";
import type { Column } from "./table/table.ts";
import type { Telling } from "./texts/text-columns.ts";

/** The signs of the amounts give the direction. */
export interface Signed {
  kind: "signed";
  amount: Column;
  expense: ExpenseSign;
  /** Returns the direction that the words of a row give; undefined if no column holds such words. */
  wordsSay: (cells: readonly string[]) => Direction | undefined;
  evidence: readonly Evidence[];
}

/** A column of words, or a letter after the number, gives the direction. */
export interface Directed {
  kind: "directed";
  amount: Column;
  direction: Column | undefined;
  /** The meaning of a cell in the column. */
  meaning: Meaning;
  /** The meaning of a blank cell. */
  blank: "out" | "in" | undefined;
}

/** The usual sign of a column's amounts; the other sign marks a reversal. */
export type UsualSign = "negative" | "positive";

export interface TwoColumns {
  kind: "two";
  out: Column;
  in: Column | undefined;
  outSign: UsualSign;
  inSign: UsualSign;
}

/** A further column of money, which moves the balance just as the amount does. */
export interface Extra {
  column: Column;
  /** How its numbers count: with their sign, with the opposite sign, or always as money out. */
  adds: "what it says" | "the opposite" | "money out";
}

/** The column of balances that provably follow the amounts. */
export interface Balance {
  column: Column;
  /** 1 if the balance rises by money in; -1 if it is a debt, which falls by it. */
  sign: 1 | -1;
  /** Whether it is the balance after its row, rather than before. */
  isAfter: boolean;
  isOldestFirst: boolean;
}

/** Only the moves of the balance from row to row give the direction. */
export interface Followed {
  kind: "followed";
  amount: Column;
  balance: Column;
  step: BalanceStep;
}

/** The columns of amounts, and how expenses are told from the rest. */
export type Amounts = Signed | Directed | TwoColumns | Followed;

export interface Layout {
  /** The saved format that applies to the file. */
  format: SavedFormat | undefined;
  encoding: string;
  delimiter: string;
  /** The line of the header; undefined if there is none. */
  headerLine: number | undefined;
  /** The names in the header; blank for columns without one. */
  header: readonly string[] | undefined;
  firstLine: number;
  /** The number of rows from the first line on. */
  rowCount: number;
  /** The number of cells that most rows have. */
  usualWidth: number;
  columns: readonly Column[];
  date: Column;
  /** The column for the day of rows that have none in `date`. */
  otherDate: Column | undefined;
  dateNotation: DateNotation;
  decimal: DecimalMark;
  amounts: Amounts;
  extras: readonly Extra[];
  /** The balance that checks the rows; undefined if none is proved. */
  balance: Balance | undefined;
  /** The columns of descriptions; the first one that isn't blank describes the expense. */
  described: readonly Column[];
  /** Other columns in which a name may stand. */
  otherTexts: readonly Column[];
  telling: Telling;
  category: Column | undefined;
  id: Column | undefined;
  /** Whether the id column numbers single transactions, so that ids are unique. */
  hasTransactionIds: boolean;
  currency: Column | undefined;
  /** The currencies in the amounts' cells or, failing that, in their columns' names: symbols and codes. */
  amountCurrencies: readonly string[];
  /** All columns named as currencies, which help to tell rows apart. */
  currencies: readonly Column[];
  account: Column | undefined;
  /** The columns with the account owner's name, which is never the merchant's. */
  owners: readonly Column[];
  balances: readonly Column[];
  /** A column of fees beside the amounts that the user hasn't asked to add. */
  otherFee: Column | undefined;
  /** The columns that give the kind of booking. */
  types: readonly Column[];
  /** The columns that may say that a row isn't booked. */
  statuses: readonly StatusColumn[];
  /** The columns of texts that may contain a mark for unbooked rows. */
  marked: readonly StatusColumn[];
  /** Whether rows of other lists in the file are left out, as the user has asked. */
  skipsOtherLists: boolean;
  /** Whether amounts are costs that several people share; what they pay each other isn't an expense. */
  isShared: boolean;
}
