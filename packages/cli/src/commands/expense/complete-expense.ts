/** What the words behind `outlay add` leave open: asked for at a terminal, refused where nobody is there. */
import { type CalendarDate, expenseCategories } from "@outlay/shared";
import { parseDay } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";
import { usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { withCurrent } from "../../terminal/with-current.ts";
import type { Guess } from "./guess-category.ts";
import { type GivenExpense, parseDescription } from "./parse-add.ts";

const categoryList = expenseCategories.join(", ").toLowerCase();

const example = 'outlay add 12.50 "Lunch" -c food';

const missing = {
  amount: () => usageError("The amount is missing.", `Write it like: ${example}`),
  description: (isBehindTag: boolean) =>
    usageError(
      "The description is missing.",
      isBehindTag
        ? "Write it before -t: all words behind -t are tags."
        : `Write it behind the amount: ${example}`,
    ),
  category: () =>
    usageError(
      "The category is missing: no rule matches the description, and it is new.",
      `Add -c and one of ${categoryList}, or a rule: outlay rules add --help`,
    ),
};

/** Says at once what can't be asked for later. @throws CliError usage */
export function requireWords({ amountCents, text }: GivenExpense, hasTagOption: boolean): void {
  if (amountCents === undefined) throw missing.amount();
  if (text === undefined) throw missing.description(hasTagOption);
}

export interface CompleteExpense {
  amountCents: number;
  text: string;
  category: string;
  date: CalendarDate;
  tags: readonly string[];
  /** Who gave it its category, where nobody named it. */
  guessedBy: string | undefined;
}

interface Completing {
  /** Undefined where nobody can be asked; then `requireWords` has gone before. */
  prompts: Prompts | undefined;
  reading: Reading;
  guess: (description: string) => Promise<Guess | undefined>;
}

type Words = Pick<CompleteExpense, "amountCents" | "text" | "tags"> &
  Pick<GivenExpense, "category">;

/** @throws CliError usage */
async function completeWords(
  given: GivenExpense,
  prompts: Prompts | undefined,
  { parseAmount }: Reading,
): Promise<Words> {
  const { text, category, tags } = given;
  const amountCents =
    given.amountCents ?? (prompts && (await ask(prompts, "Amount:", parseAmount)));
  if (amountCents === undefined) throw missing.amount();
  if (text !== undefined) return { amountCents, text, category, tags };
  if (!prompts) throw missing.description(false);
  const described = await ask(prompts, "Description:", (answer) =>
    parseDescription(answer, category),
  );
  return { ...described, amountCents, tags: [...tags, ...described.tags] };
}

/**
 * Who leaves out only the category is asked only for that, and only if nothing is known. Who is asked for
 * more is asked for all.
 * @throws CliError usage
 */
export async function completeExpense(
  given: GivenExpense,
  { prompts, reading, guess }: Completing,
): Promise<CompleteExpense> {
  const { category, ...words } = await completeWords(given, prompts, reading);
  const { today } = reading;
  const isAsked = given.amountCents === undefined || given.text === undefined;
  const askDay = async () =>
    prompts && isAsked
      ? ask(prompts, "Date:", (answer) => parseDay(answer, today), "today")
      : today;

  if (category !== undefined) {
    return { ...words, category, date: given.date ?? (await askDay()), guessedBy: undefined };
  }
  const guessed = await guess(words.text);
  if (guessed && !isAsked) {
    const tags = [...words.tags, ...guessed.tags];
    const { category: known, source } = guessed;
    return { ...words, category: known, tags, date: given.date ?? today, guessedBy: source };
  }
  if (!prompts) throw missing.category();
  const chosen = await prompts.choose({
    message: "Category:",
    ...withCurrent(expenseCategories, guessed?.category ?? null),
  });
  const tags = [...words.tags, ...(chosen === guessed?.category ? guessed.tags : [])];
  const date = given.date ?? (await askDay());
  return { ...words, category: chosen, tags, date, guessedBy: undefined };
}
