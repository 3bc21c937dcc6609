/** Parses the words after `outlay add`, as far as they are given. */
import {
  type CalendarDate,
  expenseCategories,
  type ExpenseCategory,
  expenseFields,
  type ExpenseKind,
  isSpendingKind,
  type TransferDirection,
  transferDirections,
} from "@outlay/shared";
import { refuseAmountInWords } from "../../arguments/amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseCurrency } from "../../arguments/currency.ts";
import { parseDay } from "../../arguments/day.ts";
import { type QuickWords, takeQuickWords } from "../../arguments/quick-words.ts";
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
  category: ExpenseCategory | undefined;
  date: CalendarDate | undefined;
  tags: readonly string[];
  more: MoreFields;
}

/** @throws CliError usage for options that contradict each other */
function parseKind({ refund, income, transfer, direction }: AddOptions): ExpenseKind {
  const named = Object.entries({ REFUND: refund, INCOME: income, TRANSFER: transfer })
    .filter(([, isNamed]) => isNamed)
    .map(([kind]) => kind as ExpenseKind);
  const [kind = "EXPENSE", another] = named;
  if (another !== undefined) {
    const [one, other] = [kind, another].map((each) => `--${each.toLowerCase()}`);
    throw usageError(`${one} and ${other} contradict each other.`, "Give one of them.");
  }
  if (direction !== undefined && kind !== "TRANSFER") {
    throw usageError("--direction is only for transfers.", "Add --transfer, or leave it out.");
  }
  return kind;
}

/** @throws CliError usage */
function parseMore(options: AddOptions): MoreFields {
  const { direction = "out", account, note, currency } = options;
  const kind = parseKind(options);
  return {
    kind,
    direction: kind === "TRANSFER" ? parseChoice("Direction", direction, transferDirections) : null,
    account: account === undefined ? null : parseTextOption(expenseFields.account, account),
    note: note === undefined ? null : parseTextOption(expenseFields.note, note),
    currency: currency === undefined ? null : parseCurrency(currency),
  };
}

/** @param named the category given with `-c` @throws CliError usage */
function takenTogether(words: QuickWords, named: ExpenseCategory | undefined): QuickWords {
  const { category } = words;
  if (category === undefined || named === undefined || category === named) {
    return { ...words, category: named ?? category };
  }
  const [said, written] = [named, category].map((each) => each.toLowerCase());
  throw usageError(`-c ${said} and @${written} contradict each other.`, "Leave out one of them.");
}

/** @throws CliError usage */
export function parseGiven(
  amount: string | undefined,
  description: readonly string[],
  options: AddOptions,
  { today, parseAmount, currency }: Reading,
): GivenExpense {
  const { category, date, tag } = options;
  const more = parseMore(options);
  if (category !== undefined && !isSpendingKind(more.kind)) {
    throw usageError(
      `A record of the kind ${more.kind} has no category.`,
      "Leave out -c, and write an @ of the description in quotes.",
    );
  }
  if (amount !== undefined) refuseAmountInWords(amount, description, currency);
  const named =
    category === undefined ? undefined : parseChoice("Category", category, expenseCategories);
  const quick = takenTogether(takeQuickWords(description.join(" ")), named);
  return {
    amountCents: amount === undefined ? undefined : parseAmount(amount),
    text: quick.text === "" ? undefined : quick.text,
    category: quick.category,
    date: date === undefined ? undefined : parseDay(date, today),
    tags: [...parseTags(tag ?? []), ...quick.tags],
    more,
  };
}

/**
 * Parses an answer with the description, which may contain quick words as on the command line. @throws
 * CliError usage
 */
export function parseDescription(answer: string, named: ExpenseCategory | undefined): QuickWords {
  const quick = takenTogether(takeQuickWords(answer), named);
  if (quick.text === "") throw usageError("The description is missing.");
  parseTextAnswer(expenseFields.description, quick.text);
  return quick;
}
