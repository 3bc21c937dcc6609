/** The texts of an import for people. */
import { counted, type SentExpense } from "@outlay/shared";
import type { CategorySource, Detected, LineAndReason, Outcome } from "@outlay/import";
import type { Money } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import { type Column, table } from "../../terminal/table.ts";
import { wrap, wrapSaid } from "../../terminal/wrap.ts";
import { unconvertedText } from "../../money/unconverted-text.ts";
import { countedKinds } from "../expense/kinds/counted-kinds.ts";
import { categoryOrSentKind, sentAmountText } from "../expense/kinds/sent-text.ts";

const delimiterNames: Record<string, string> = { "\t": "tabs", ",": "commas", ";": "semicolons" };

const tableFacts = (delimiter: string, headerLine: number | null): string[] => [
  `separated by ${delimiterNames[delimiter] ?? `"${delimiter}"`}`,
  headerLine === null ? "no header" : `header in line ${headerLine}`,
];

/** Describes how the file was read. */
function detectedText(detected: Detected): string {
  const { encoding, delimiter, header_line, date_format, decimal, sign } = detected;
  const facts = [
    encoding,
    // JSON has neither.
    ...(delimiter === "" ? [] : tableFacts(delimiter, header_line)),
    `dates ${date_format}`,
    `decimal ${decimal === "." ? "point" : "comma"}`,
    sign.startsWith("expense-")
      ? `expenses are ${sign.slice("expense-".length)}`
      : `direction from ${sign}`,
  ];
  return printable(`Read as ${facts.join(", ")}.`);
}

/** Counts equal reasons: `money in (5), zero amount (1)`; a single reason is given without a count. */
function reasonsText(rows: readonly LineAndReason[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts];
  if (reasons.length === 1) return reasons[0]?.[0] ?? "";
  return reasons.map(([reason, count]) => `${reason} (${count})`).join(", ");
}

const sourceTexts = {
  rules: "from your rules",
  history: "as in your history",
  file: "from the file",
  option: "from -c",
  default: "unknown, so miscellaneous",
} as const satisfies Record<CategorySource, string>;

function categoriesText({ categorised }: Outcome): string {
  const sources = Object.keys(sourceTexts) as CategorySource[];
  const parts = sources.flatMap((by) =>
    categorised[by] > 0 ? [`${categorised[by]} ${sourceTexts[by]}`] : [],
  );
  return parts.join(", ");
}

const shownWords = 8;

const firstOf = (words: readonly string[]): string =>
  [
    ...words.slice(0, shownWords),
    ...(words.length > shownWords ? [`and ${words.length - shownWords} more`] : []),
  ].join(", ");

function newText({ newCategories }: Outcome): string[] {
  if (newCategories.size === 0) return [];
  return [printable(`New categories: ${firstOf([...newCategories.values()])}.`)];
}

/** Lists the file's words that stand for no category, the most frequent first. */
function unknownText({ unknownWords }: Outcome): string[] {
  if (unknownWords.size === 0) return [];
  const words = [...unknownWords].toSorted(([, one], [, other]) => other - one);
  const listed = firstOf(words.map(([word, count]) => `${word} (${count})`));
  return [
    printable(`The file's categories that you don't have: ${listed}. --new-categories makes them.`),
  ];
}

/** Describes the rows that weren't imported, one line for each kind. */
export function restText(outcome: Outcome): string[] {
  const { duplicates, ignored, rejected, imported } = outcome;
  return [
    ...(duplicates > 0 ? [`${duplicates} already imported.`] : []),
    ...(ignored.length > 0 ? [`${ignored.length} ignored: ${reasonsText(ignored)}.`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} rejected.`] : []),
    ...(imported > 0 ? [`Categories: ${categoriesText(outcome)}.`] : []),
    ...newText(outcome),
    ...unknownText(outcome),
  ];
}

/** On a narrower terminal, descriptions need the space of the categories column. */
const minWidthForCategories = 50;

/** Options for showing a preview. */
interface Showing {
  /** The terminal's width; undefined if there is none. */
  width: number | undefined;
  money: Money;
  /** Returns the name of a category. */
  label: (key: string | null) => string;
}

const named = (expense: SentExpense, label: Showing["label"]): SentExpense =>
  expense.category === null ? expense : { ...expense, category: label(expense.category) };

function expenseTable(expenses: readonly SentExpense[], { width, money, label }: Showing): string {
  const hasCategories = width === undefined || width >= minWidthForCategories;
  const columns: Column[] = [
    { title: "DATE" },
    ...(hasCategories ? [{ title: "CATEGORY" }] : []),
    { title: "AMOUNT", align: "right" },
    { title: "DESCRIPTION", isFlexible: true },
  ];
  const rows = expenses.map((expense) => [
    expense.date,
    ...(hasCategories ? [categoryOrSentKind(named(expense, label))] : []),
    sentAmountText(expense, money),
    expense.description,
  ]);
  return table(columns, rows, width).trimEnd();
}

/**
 * `3 expenses, 45.00 in total`; `3 expenses and 1 refund, 25.00 spent in total`.
 * @param which a word before the numbers' nouns: `new `
 */
export function importedText(
  { byKind, imported, totalCents }: Outcome,
  money: Money,
  which = "",
): string {
  const total = money.ofCents(totalCents);
  if (byKind.EXPENSE === imported)
    return `${counted(imported, `${which}expense`)}, ${total} in total`;
  const records = which === "" ? "" : `${counted(imported, `${which}record`)}: `;
  return `${records}${countedKinds(byKind)}, ${total} spent in total`;
}

/** Tells the amounts that aren't in the total, for lack of a rate; undefined if there are none. */
export function leftOutText({ unconverted }: Outcome): string | undefined {
  const sums = [...unconverted].map(([currency, sum]) => ({ currency, ...sum }));
  return unconvertedText(sums, sums[0]?.firstDay);
}

/** Shows the expenses that are going to be imported. */
export function previewText(outcome: Outcome, detected: Detected | null, showing: Showing): string {
  const { first, imported, newCategories } = outcome;
  const label = (key: string | null) => newCategories.get(key ?? "") ?? showing.label(key);
  const more = imported - first.length;
  const { width, money } = showing;
  const left = leftOutText(outcome);
  const inLines = (text: string) => wrap(text, width);
  const lines = [
    ...(detected ? inLines(detectedText(detected)) : []),
    ...(first.length > 0 ? [expenseTable(first, { ...showing, label })] : []),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...inLines(`${importedText(outcome, money, "new ")}.`),
    ...(left === undefined ? [] : [wrapSaid(left, width)]),
    ...restText(outcome).flatMap(inLines),
  ];
  return `${lines.join("\n")}\n`;
}

const shownFaults = 5;

/** The first few rejected rows, one per line. */
export function faultsText(rejected: readonly LineAndReason[]): string {
  const lines = rejected.slice(0, shownFaults).map(({ line, reason }) => `line ${line}: ${reason}`);
  const more = rejected.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}
