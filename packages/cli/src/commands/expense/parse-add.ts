/** Parses the words after `outlay add`, as far as they are given. */
import {
  type CalendarDate,
  expenseFields,
  type ExpenseKind,
  isSpendingKind,
  type TransferDirection,
  transferDirections,
} from "@outlay/shared";
import { refuseAmountInWords } from "../../arguments/amount.ts";
import { takeMinus } from "../../arguments/negative-amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseCurrency } from "../../arguments/currency.ts";
import { takeCurrencyWord, type TypedAmount } from "../../arguments/money.ts";
import { parseDay } from "../../arguments/day.ts";
import { type OwnCategory, type QuickWords, takeQuickWords } from "../../arguments/quick-words.ts";
import { wholeBuiltIn } from "../../categories/known-categories.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTags } from "../../arguments/tags.ts";
import { parseTextAnswer, parseTextOption } from "../../arguments/text-field.ts";
import { usageError } from "../../errors/cli-error.ts";

export interface AddOptions {
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
  refund?: true | undefined;
  income?: true | undefined;
  transfer?: true | undefined;
  direction?: string | undefined;
  account?: string | undefined;
  note?: string | undefined;
  currency?: string | undefined;
}

/** The fields that are only given by options. */
export interface MoreFields {
  kind: ExpenseKind;
  direction: TransferDirection | null;
  account: string | null;
  note: string | null;
  currency: string | null;
}

export interface GivenExpense {
  amountCents: number | undefined;
  /** Undefined if none is given, neither in quick words nor otherwise. */
  text: string | undefined;
  /** The key, as far as it is known without the server. */
  category: string | undefined;
  /** The word after `-c`, which may stand for a category of the user's own. */
  categoryWord: string | undefined;
  /** The description with its quick words. */
  written: string;
  date: CalendarDate | undefined;
  tags: readonly string[];
  /** The tags that options name. */
  optionTags: readonly string[];
  more: MoreFields;
}

/** @throws CliError usage for options that contradict each other */
function parseKind({ refund, income, transfer, direction }: AddOptions): ExpenseKind | undefined {
  const named = Object.entries({ REFUND: refund, INCOME: income, TRANSFER: transfer })
    .filter(([, isNamed]) => isNamed)
    .map(([kind]) => kind as ExpenseKind);
  const [kind, another] = named;
  if (kind !== undefined && another !== undefined) {
    const [one, other] = [kind, another].map((each) => `--${each.toLowerCase()}`);
    throw usageError(`${one} and ${other} contradict each other.`, "Give one of them.");
  }
  if (direction !== undefined && kind !== "TRANSFER") {
    throw usageError(
      "--direction is only for transfers.",
      kind === undefined ? "Add --transfer, or leave it out." : "Leave it out.",
    );
  }
  return kind;
}

/** The kind of a record whose amount may be negative, which makes it a refund. @throws CliError usage */
function kindOfSigned(named: ExpenseKind | undefined, isNegative: boolean): ExpenseKind {
  if (!isNegative) return named ?? "EXPENSE";
  if (named === undefined || named === "REFUND") return "REFUND";
  throw usageError(
    `A negative amount is a refund, which contradicts --${named.toLowerCase()}.`,
    named === "TRANSFER"
      ? "Write the amount without the minus, and --direction in for money that came into the account."
      : "Write the amount without the minus.",
  );
}

interface SignedAmount {
  amountCents: number;
  kind: ExpenseKind;
  currency: string | null;
}

/**
 * Parses the amount of a record, negative for a refund.
 * @returns the amount without its sign, and the kind that follows
 * @throws CliError usage
 */
export function parseSigned(
  text: string,
  { kind, currency }: Pick<MoreFields, "kind" | "currency">,
  { parseMoney }: Pick<Reading, "parseMoney">,
): SignedAmount {
  const { unsigned, isNegative } = takeMinus(text);
  const typed = parseMoney(unsigned);
  const signed = kindOfSigned(kind === "EXPENSE" ? undefined : kind, isNegative);
  return { amountCents: typed.amountCents, kind: signed, currency: together(typed, currency) };
}

/** @param option the currency given with `--currency` @throws CliError usage */
function together({ currency }: TypedAmount, option: string | null): string | null {
  if (currency === undefined || option === null || currency === option) return currency ?? option;
  throw usageError(
    `The amount is in ${currency ?? "your own currency"}, which contradicts --currency ${option}.`,
    "Leave out one of them.",
  );
}

/** @throws CliError usage */
function parseMore(options: AddOptions): MoreFields {
  const { direction = "out", account, note, currency } = options;
  const kind = parseKind(options) ?? "EXPENSE";
  return {
    kind,
    direction: kind === "TRANSFER" ? parseChoice("Direction", direction, transferDirections) : null,
    account: account === undefined ? null : parseTextOption(expenseFields.account, account),
    note: note === undefined ? null : parseTextOption(expenseFields.note, note),
    currency: currency === undefined ? null : parseCurrency(currency),
  };
}

/** @param named the category given with `-c` @throws CliError usage */
export function takenTogether(words: QuickWords, named: string | undefined): QuickWords {
  const { category } = words;
  if (category === undefined || named === undefined || category === named) {
    return { ...words, category: named ?? category };
  }
  const [said, written] = [named, category].map((each) => each.toLowerCase());
  throw usageError(`-c ${said} and @${written} contradict each other.`, "Leave out one of them.");
}

const kindsWithout: Partial<Record<ExpenseKind, string>> = {
  INCOME: "income",
  TRANSFER: "a transfer",
};

/** @throws CliError usage for a category of a kind that has none */
function checkCategory(word: string | undefined, kind: ExpenseKind): void {
  if (word === undefined || isSpendingKind(kind)) return;
  throw usageError(
    `-c and --${kind.toLowerCase()} contradict each other: ${kindsWithout[kind] ?? "it"} has no category.`,
    "Leave out -c; tags can tell what it was for: -t TAG",
  );
}

/** @throws CliError usage */
export function parseGiven(
  amountWord: string | undefined,
  descriptionWords: readonly string[],
  options: AddOptions,
  reading: Reading,
): GivenExpense {
  const { category, date, tag } = options;
  const more = parseMore(options);
  const typed =
    amountWord === undefined
      ? { amount: undefined, words: descriptionWords }
      : takeCurrencyWord(amountWord, descriptionWords, reading.currency);
  const { amount, words: description } = typed;
  if (amount !== undefined) {
    refuseAmountInWords(takeMinus(amount).unsigned, description);
  }
  checkCategory(category, more.kind);
  const written = description.join(" ");
  const words = takeQuickWords(written, isSpendingKind(more.kind));
  const named = category === undefined ? undefined : wholeBuiltIn(category, "expense");
  const quick = takenTogether(words, named);
  const optionTags = parseTags(tag ?? []);
  const signed = amount === undefined ? undefined : parseSigned(amount, more, reading);
  return {
    amountCents: signed?.amountCents,
    text: quick.text === "" ? undefined : quick.text,
    category: quick.category,
    categoryWord: category,
    written,
    date: date === undefined ? undefined : parseDay(date, reading.today),
    tags: [...optionTags, ...quick.tags],
    optionTags,
    more: { ...more, ...(signed && { kind: signed.kind, currency: signed.currency }) },
  };
}

/**
 * Parses an answer with the description, which may contain quick words as on the command line. @throws
 * CliError usage
 */
export function parseDescription(
  answer: string,
  { category, more }: Pick<GivenExpense, "category" | "more">,
  own?: OwnCategory,
): QuickWords {
  const quick = takenTogether(takeQuickWords(answer, isSpendingKind(more.kind), own), category);
  if (quick.text === "") throw usageError("The description is missing.");
  parseTextAnswer(expenseFields.description, quick.text);
  return quick;
}
