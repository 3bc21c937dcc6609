import { expenseCategories, numberToText } from "@outlay/shared";
import type { Expense } from "../api/received/records.ts";
import type { ExportFormat, ExportOptions } from "./export-format.ts";
import { accountPart, oneLine } from "./journal-text.ts";

const defaultAccount = "Assets:Cash";
/** The ISO 4217 code for no currency: beancount requires one after each amount. */
const noCurrency = "XXX";

const accountOf = (category: string | null): string => `Expenses:${accountPart(category)}`;

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
  account = defaultAccount,
}: ExportOptions): ExportFormat {
  const usual = [account, ...expenseCategories.map(accountOf)];
  const opened = new Set(usual);
  return {
    // Accounts are opened before anything is booked on them; the first expense is the oldest.
    begin(first) {
      if (!first) return "";
      return `${usual.map((name) => `${first.date} open ${name}\n`).join("")}\n`;
    },
    expense(expense) {
      const { amount, category, date } = expense;
      const spentOn = accountOf(category);
      const isOpen = opened.has(spentOn);
      opened.add(spentOn);
      return [
        // Opens the account of a category that this client doesn't know.
        ...(isOpen ? [] : [`${date} open ${spentOn}`]),
        headLine(expense),
        ...metaLines(expense),
        `  ${spentOn}  ${numberToText(amount)} ${currency}`,
        `  ${account}`,
        "",
        "",
      ].join("\n");
    },
    end: () => "",
  };
}
