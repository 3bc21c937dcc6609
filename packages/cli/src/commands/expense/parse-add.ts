/** Parses the words after `outlay add`, as far as they are given. */
import {
  type CalendarDate,
  expenseCategories,
  type ExpenseCategory,
  expenseFields,
} from "@outlay/shared";
import { refuseAmountInWords } from "../../arguments/amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseDay } from "../../arguments/day.ts";
import { type QuickWords, takeQuickWords } from "../../arguments/quick-words.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTags } from "../../arguments/tags.ts";
import { parseTextAnswer } from "../../arguments/text-field.ts";
import { usageError } from "../../errors/cli-error.ts";

export interface AddOptions {
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
}

export interface GivenExpense {
  amountCents: number | undefined;
  /** Undefined if none is given, neither in quick words nor otherwise. */
  text: string | undefined;
  category: ExpenseCategory | undefined;
  date: CalendarDate | undefined;
  tags: readonly string[];
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
  { category, date, tag }: AddOptions,
  { today, parseAmount, currency }: Reading,
): GivenExpense {
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
