/** All that has been found out about a file: how each of its rows is to be read. */
import type { SavedFormat } from "../formats/saved-format.ts";
import type { DecimalMark } from "../cells/number-cell.ts";
import type { BalanceStep } from "./balances/balance.ts";
import type { Meaning } from "./signs/direction.ts";
import type { DateFormat } from "./dates/date-format.ts";
import type { Evidence, ExpenseSign } from "./signs/sign.ts";
import type { StatusColumn } from "./texts/statuses.ts";
import type { Column } from "./table/table.ts";
import type { Telling } from "./texts/text-columns.ts";

interface Signed {
  kind: "signed";
  amount: Column;
  expense: ExpenseSign;
  evidence: readonly Evidence[];
}

/** A column of words says which way the money went, or a letter behind the number. */
export interface Directed {
  kind: "directed";
  amount: Column;
  direction: Column | undefined;
  /** What a cell of it says. */
  meaning: Meaning;
  /** What a blank one means. */
  blank: "out" | "in" | undefined;
}

/** How a column's usual amounts are written; one with the other sign is taken back. */
export type UsualSign = "negative" | "positive";

export interface TwoColumns {
  kind: "two";
  out: Column;
  in: Column | undefined;
  outSign: UsualSign;
  inSign: UsualSign;
}

/** A further column of money, which moves the balance as the amount does. */
export interface Extra {
  column: Column;
  /** How a number of it counts: as it is signed, the other way round, or always as money out. */
  adds: "what it says" | "the opposite" | "money out";
}

/** The column of balances that follow the amounts, by proof. */
export interface Balance {
  column: Column;
  /** 1 where it rises by what comes in, -1 where it is a debt and falls. */
  sign: 1 | -1;
  /** Whether it is the balance after its row, or the one before. */
  isAfter: boolean;
  isOldestFirst: boolean;
}

/** Only how the balance moves from row to row says it. */
export interface Followed {
  kind: "followed";
  amount: Column;
  balance: Column;
  step: BalanceStep;
}

/** Where amounts stand, and what tells expenses from the rest. */
export type Amounts = Signed | Directed | TwoColumns | Followed;

export interface Layout {
  /** The saved format that it was read by. */
  format: SavedFormat | undefined;
  encoding: string;
  delimiter: string;
  /** The line of the header; undefined where there is none. */
  headerLine: number | undefined;
  /** Its names, blank where a column has none. */
  header: readonly string[] | undefined;
  firstLine: number;
  /** How many rows there are from there on. */
  rowCount: number;
  /** How many cells most of them have. */
  usualWidth: number;
  columns: readonly Column[];
  date: Column;
  /** The day of a row that has none in `date`. */
  otherDate: Column | undefined;
  dateFormat: DateFormat;
  decimal: DecimalMark;
  amounts: Amounts;
  extras: readonly Extra[];
  /** What the rows are held to; undefined where nothing proves a balance. */
  balance: Balance | undefined;
  /** The first of them that says something is what an expense is called. */
  described: readonly Column[];
  /** Where else its name may stand. */
  otherTexts: readonly Column[];
  telling: Telling;
  category: Column | undefined;
  id: Column | undefined;
  /** Whether that column numbers single transactions, so that no two have one id. */
  hasTransactionIds: boolean;
  currency: Column | undefined;
  /** The currencies that the amounts' cells, or else their names, say they are in: signs and codes. */
  amountCurrencies: readonly string[];
  /** All columns that are called currencies, for telling rows from others. */
  currencies: readonly Column[];
  account: Column | undefined;
  /** The names of whose account it is: no merchant's. */
  owners: readonly Column[];
  balances: readonly Column[];
  /** Fees beside the amounts that nobody has said to add. */
  otherFee: Column | undefined;
  /** Columns that say what kind of booking it is. */
  types: readonly Column[];
  /** Columns that may say that a row isn't booked. */
  statuses: readonly StatusColumn[];
  /** Columns whose texts may have a mark that says it. */
  marked: readonly StatusColumn[];
  /** What stands in other lists of the file is left out, as somebody has said. */
  skipsOtherLists: boolean;
  /** Amounts are costs that several people share; what they pay each other is no expense. */
  isShared: boolean;
}
