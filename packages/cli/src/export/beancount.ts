import { expenseCategories } from "@outlay/shared";
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

const defaultAccount = "Assets:Cash";
/** The ISO 4217 code for no currency: beancount requires one after each amount. */
const noCurrency = "XXX";

type ParentOf = (category: string) => string | null;

const spentOnFor =
  (parentOf: ParentOf) =>
  (category: string | null): string =>
    ["Expenses", ...categoryParts(category, parentOf)].join(":");

const transfers = "Transfers";

/** Beancount accepts letters and digits of the basic plane, and a capital letter or a digit at first. */
function accountComponent(text: string): string {
  const name = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{Nd}]|[\u{10000}-\u{10FFFF}]/gu, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  if (name === "") return "";
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return /^[\p{Lu}\p{Nd}]/u.test(capital) ? capital : `X${name}`;
}

/** `Bank: my giro` → `Assets:Bank:My-giro` */
function moneyAccount(account: string): string {
  const parts = account
    .split(":")
    .map(accountComponent)
    .filter((part) => part !== "");
  const name = parts.length === 0 ? "Unknown" : parts.join(":");
  // On the account of that name, halves of transfers cancel each other.
  return name.toLowerCase() === transfers.toLowerCase()
    ? `Assets:${name}-Account`
    : `Assets:${name}`;
}

const accountsFor = (usualAccount: string, parentOf: ParentOf): JournalAccounts => ({
  spentOn: spentOnFor(parentOf),
  moneyIn: (account) => (account === null ? usualAccount : moneyAccount(account)),
  income: "Income:Other",
  transfers: `Assets:${transfers}`,
});

const quoted = (text: string): string =>
  `"${oneLine(text)
    .replaceAll("\\", "\\\\")
    .replaceAll('"', String.raw`\"`)}"`;

/** Other characters than these would end a tag. */
const isPlainTag = (tag: string): boolean => /^[A-Za-z0-9_-]+$/.test(tag);

function headLine({ date, description, tags }: Expense): string {
  const plain = tags.filter(isPlainTag).map((tag) => `#${tag}`);
  return [date, "*", quoted(description), ...plain].join(" ");
}

function metaLines({ id, tags }: Expense): string[] {
  const others = tags.filter((tag) => !isPlainTag(tag));
  return [
    `  outlay: "${id}"`,
    ...(others.length > 0 ? [`  tags: ${quoted(others.join(" "))}`] : []),
  ];
}

/** A journal for beancount. */
export function beancountFormat({
  currency = noCurrency,
  account: usualAccount = defaultAccount,
  parentOf = noParent,
  toHome,
}: ExportOptions): ExportFormat {
  const accounts = accountsFor(usualAccount, parentOf);
  const usual = [usualAccount, ...expenseCategories.map(accounts.spentOn)];
  const opened = new Set(usual);
  const opening = (name: string, date: string): string[] => {
    if (opened.has(name)) return [];
    opened.add(name);
    return [`${date} open ${name}`];
  };
  return {
    // Accounts are opened before anything is booked on them; the first expense is the oldest.
    begin(first) {
      if (!first) return "";
      return `${usual.map((name) => `${first.date} open ${name}\n`).join("")}\n`;
    },
    expense(expense) {
      const { currency: code, date } = expense;
      const { account, isNegative } = postingOf(expense, accounts);
      const moneyIn = accounts.moneyIn(expense.account);
      const priced = { expense, ownUnit: ` ${currency}`, toHome };
      const money =
        code === null ? "" : `  ${pricedAmount({ ...priced, isNegative: !isNegative })}`;
      return [
        // Opens the accounts that only some records need, like that of a category that this client doesn't know.
        ...opening(account, date),
        ...opening(moneyIn, date),
        headLine(expense),
        ...metaLines(expense),
        `  ${account}  ${pricedAmount({ ...priced, isNegative })}`,
        `  ${moneyIn}${money}`,
        "",
        "",
      ].join("\n");
    },
    end: () => "",
  };
}
