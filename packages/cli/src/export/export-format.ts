import type { Expense } from "../api/received/records.ts";

/** Formats expenses as the text of a file, one after the other. */
export interface ExportFormat {
  /** @param first the first of the expenses; undefined if there are none */
  begin: (first: Expense | undefined) => string;
  /** @param isFirst whether it is the first of all */
  expense: (expense: Expense, isFirst: boolean) => string;
  end: (isEmpty: boolean) => string;
}

export interface ExportOptions {
  /** Whether text in cells must not be taken for a formula. */
  isSpreadsheetSafe: boolean;
  /** The code of the amounts' currency, if it is known. */
  currency: string | undefined;
  /**
   * Returns an amount in another currency as cents of the user's own, rounded as reports round it; undefined
   * if there is no rate for it.
   */
  toHome?: ((expense: Expense) => bigint | undefined) | undefined;
  /** The account in a journal that the money came from. */
  account: string | undefined;
  /** Returns the key of the category that a category belongs to; none does by default. */
  parentOf?: ((category: string) => string | null) | undefined;
}
