import type { Expense } from "../api/received/records.ts";
import type { ExportFormat, ExportOptions } from "./export-format.ts";
import {
  categoryParts,
  type JournalAccounts,
  noParent,
  oneLine,
  postingOf,
  pricedAmount,
} from "./journal-text.ts";

const defaultAccount = "assets:cash";

/** Removes characters that would begin a comment or separate a payee from a note. */
const descriptionText = (text: string): string =>
  oneLine(text).replaceAll(";", ",").replaceAll("|", "/");

/** hledger and ledger recognise tags by a colon after the name. */
const tagsText = ({ id, tags }: Expense): string =>
  [`outlay:${id}`, ...tags.map((tag) => `${tag}:`)].join(", ");

const transfers = "transfers";

/** The name of an account as a part of others; a semicolon would begin a comment, and a colon an account below. */
function moneyAccount(account: string): string {
  const parts = oneLine(account.replaceAll(";", ","))
    .split(":")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const name = parts.length === 0 ? "unknown" : parts.join(":");
  // On the account of that name, halves of transfers cancel each other.
  return name.toLowerCase() === transfers ? `assets:${name} account` : `assets:${name}`;
}

const accountsFor = (
  usualAccount: string,
  parentOf: (category: string) => string | null,
): JournalAccounts => ({
  spentOn: (category) => ["expenses", ...categoryParts(category, parentOf)].join(":").toLowerCase(),
  moneyIn: (account) => (account === null ? usualAccount : moneyAccount(account)),
  income: "income:other",
  transfers: `assets:${transfers}`,
});

const unitOf = (code: string | null | undefined) => (code == null ? "" : ` ${code}`);

/** A journal for hledger, which ledger reads too. */
export function hledgerFormat({
  currency,
  account: usualAccount = defaultAccount,
  parentOf = noParent,
  toHome,
}: ExportOptions): ExportFormat {
  const accounts = accountsFor(usualAccount, parentOf);
  return {
    begin: () => (currency === undefined ? "" : `commodity 1,000.00${unitOf(currency)}\n\n`),
    expense(expense) {
      const { date, currency: code, description } = expense;
      const { account, isNegative } = postingOf(expense, accounts);
      const priced = { expense, ownUnit: unitOf(currency), toHome };
      // Without its own amount, the money would be booked in the currency of the price.
      const money =
        code === null ? "" : `  ${pricedAmount({ ...priced, isNegative: !isNegative })}`;
      // The mark and the empty code keep a description that starts with such characters from being taken for
      // them.
      return [
        `${date} * () ${descriptionText(description)}  ; ${tagsText(expense)}`,
        `    ${account}  ${pricedAmount({ ...priced, isNegative })}`,
        `    ${accounts.moneyIn(expense.account)}${money}`,
        "",
        "",
      ].join("\n");
    },
    end: () => "",
  };
}
