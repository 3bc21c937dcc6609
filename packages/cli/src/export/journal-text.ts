/** Helpers that the journals of bookkeeping programs share. */
import { centsToText, numberToText } from "@outlay/shared";
import type { ExportOptions } from "./export-format.ts";
import type { Expense } from "../api/received/records.ts";

/** Text on one line. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/**
 * `FOOD` → `Food`, as the last part of an account's name. In a category that this client doesn't know, only
 * letters and digits are certain to be allowed.
 */
function accountPart(category: string | null): string {
  const name = (category ?? "").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  if (name === "") return "Unknown";
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

/** `["Food", "Groceries"]`: the parts of the account of a category, that of its parent first. */
export function categoryParts(
  category: string | null,
  parentOf: (category: string) => string | null,
): string[] {
  const parent = category === null ? null : parentOf(category);
  return [...(parent === null ? [] : [accountPart(parent)]), accountPart(category)];
}

/** A category that belongs to no other. */
export const noParent = (): null => null;

/** The accounts of a journal that a record is booked on. */
export interface JournalAccounts {
  /** The account of an expense's category. */
  spentOn: (category: string | null) => string;
  /** The account in which the money of a record lay. */
  moneyIn: (account: string | null) => string;
  income: string;
  transfers: string;
}

interface Priced {
  expense: Expense;
  /** Whether the amount is taken off the account. */
  isNegative: boolean;
  /** The unit of the user's own amounts, with a blank before it. */
  ownUnit: string;
  toHome: ExportOptions["toHome"];
}

/**
 * The amount of a posting with its unit. One in another currency has its price in the user's own as a whole,
 * `30.00 USD @@ 27.60 EUR`, because reports round each record to the cent, and a price for one unit wouldn't.
 */
export function pricedAmount({ expense, isNegative, ownUnit, toHome }: Priced): string {
  const { amount, currency } = expense;
  const signed = `${isNegative ? "-" : ""}${numberToText(amount)}`;
  if (currency === null) return `${signed}${ownUnit}`;
  const home = toHome?.(expense);
  const price = home === undefined ? "" : ` @@ ${centsToText(home)}${ownUnit}`;
  return `${signed} ${currency}${price}`;
}

/** One side of a booking; the money's account has the other. */
export interface Posting {
  account: string;
  /** Whether the amount is taken off the account. */
  isNegative: boolean;
}

/** Returns what a record is booked on, besides the account in which its money lay. */
export function postingOf(
  { kind, category, direction }: Pick<Expense, "kind" | "category" | "direction">,
  { spentOn, income, transfers }: JournalAccounts,
): Posting {
  if (kind === "INCOME") return { account: income, isNegative: true };
  // Two halves of a transfer cancel each other on this account.
  if (kind === "TRANSFER") return { account: transfers, isNegative: direction === "in" };
  return { account: spentOn(category), isNegative: kind === "REFUND" };
}
