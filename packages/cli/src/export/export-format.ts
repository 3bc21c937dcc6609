import type { Expense } from "../api/received/records.ts";

/** How expenses become the text of a file, one after the other. */
export interface ExportFormat {
  /** @param first the first of the expenses; undefined where there are none */
  begin: (first: Expense | undefined) => string;
  /** @param isFirst of all */
  expense: (expense: Expense, isFirst: boolean) => string;
  end: (isEmpty: boolean) => string;
}

export interface ExportOptions {
  /** Text in cells must not be taken for a formula. */
  isSpreadsheetSafe: boolean;
  /** The code of the amounts' currency, where it is known. */
  currency: string | undefined;
  /** In a journal: the account that the money came from. */
  account: string | undefined;
}
