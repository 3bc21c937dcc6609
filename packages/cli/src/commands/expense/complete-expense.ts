/** Completes what the words after `outlay add` leave out: asks at a terminal, and refuses otherwise. */
import {
  type CalendarDate,
  expenseCategories,
  type ExpenseKind,
  isSpendingKind,
} from "@outlay/shared";
import type { CategoriesApi } from "../../categories/categories-api.ts";
import { chooseCategory } from "../../arguments/category.ts";
import { parseDay } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";
import { usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import type { Guess } from "./guess-category.ts";
import { type GivenExpense, type MoreFields, parseSigned } from "./parse-add.ts";
import { readDescription } from "../../categories/settle-category.ts";

const categoryList = expenseCategories.join(", ").toLowerCase();

const example = 'outlay add 12.50 "Lunch" -c food';

const missing = {
  amount: (isBehindTag: boolean) =>
    usageError(
      "The amount is missing.",
      isBehindTag
        ? "Write it before -t: all words after -t are tags."
        : `Write it like: ${example}`,
    ),
  description: (isBehindTag: boolean) =>
    usageError(
      "The description is missing.",
      isBehindTag
        ? "Write it before -t: all words after -t are tags."
        : `Write it after the amount: ${example}`,
    ),
  category: () =>
    usageError(
      "The category is missing: neither a rule nor an earlier expense matches the description.",
      `Add -c and one of ${categoryList}, or a rule: outlay rules add --help`,
    ),
};

/** Reports at once what can't be asked for later. @throws CliError usage */
export function requireWords({ amountCents, text }: GivenExpense, hasTagOption: boolean): void {
  if (amountCents === undefined) throw missing.amount(hasTagOption);
  if (text === undefined) throw missing.description(hasTagOption);
}

export interface CompleteExpense {
  amountCents: number;
  text: string;
  /** Null for a kind that has none. */
  category: string | null;
  date: CalendarDate;
  tags: readonly string[];
  more: MoreFields;
  /** The source of the category, if nobody named it. */
  guessedBy: string | undefined;
}

interface Completing {
  /** Undefined if nobody can be asked; then `requireWords` has already been called. */
  prompts: Prompts | undefined;
  reading: Reading;
  categories: Pick<CategoriesApi, "known">;
  guess: (description: string, kind: ExpenseKind) => Promise<Guess | undefined>;
}

type Words = Pick<CompleteExpense, "amountCents" | "text" | "tags"> &
  Pick<GivenExpense, "category" | "more">;

/** Asks for the amount if it is missing; a negative one makes the record a refund. @throws CliError usage */
async function completeAmount(
  { amountCents, more }: GivenExpense,
  prompts: Prompts | undefined,
  reading: Reading,
): Promise<Pick<Words, "amountCents" | "more">> {
  if (amountCents !== undefined) return { amountCents, more };
  if (!prompts) throw missing.amount(false);
  const signed = await ask(prompts, "Amount:", (answer) => parseSigned(answer, more, reading));
  const { kind, currency } = signed;
  return { amountCents: signed.amountCents, more: { ...more, kind, currency } };
}

/** @throws CliError usage */
async function completeWords(
  given: GivenExpense,
  { prompts, reading, categories }: Omit<Completing, "guess">,
): Promise<Words> {
  const { text, category, tags } = given;
  const sum = await completeAmount(given, prompts, reading);
  if (text !== undefined) return { ...sum, text, category, tags };
  if (!prompts) throw missing.description(false);
  const described = await ask(prompts, "Description:", (answer) =>
    readDescription(answer, given, categories),
  );
  return { ...described, ...sum, tags: [...tags, ...described.tags] };
}

/**
 * If only the category is missing, asks only for it, and only if nothing is known about it. If more is
 * missing, asks for everything.
 * @throws CliError usage
 */
export async function completeExpense(
  given: GivenExpense,
  { guess, ...completing }: Completing,
): Promise<CompleteExpense> {
  const { category, ...words } = await completeWords(given, completing);
  const { prompts, categories } = completing;
  const { today } = completing.reading;
  const isAsked = given.amountCents === undefined || given.text === undefined;
  const askDay = async () =>
    prompts && isAsked
      ? ask(prompts, "Date:", (answer) => parseDay(answer, today), "today")
      : today;

  if (!isSpendingKind(words.more.kind)) {
    const date = given.date ?? (await askDay());
    return { ...words, category: null, date, guessedBy: undefined };
  }
  if (category !== undefined) {
    return { ...words, category, date: given.date ?? (await askDay()), guessedBy: undefined };
  }
  const guessed = await guess(words.text, words.more.kind);
  if (guessed && !isAsked) {
    const tags = [...words.tags, ...guessed.tags];
    const { category: known, source } = guessed;
    return { ...words, category: known, tags, date: given.date ?? today, guessedBy: source };
  }
  if (!prompts) throw missing.category();
  const chosen = await chooseCategory(prompts, categories, guessed?.category);
  const tags = [...words.tags, ...(chosen === guessed?.category ? guessed.tags : [])];
  const date = given.date ?? (await askDay());
  return { ...words, category: chosen, tags, date, guessedBy: undefined };
}
