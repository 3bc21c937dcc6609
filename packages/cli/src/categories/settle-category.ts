/** Looks up the words among a new expense's categories that only the server knows. */
import { categoryKeyFor, isSpendingKind } from "@outlay/shared";
import { categoryKeyOrNew, isUnreachable, knownOrBuiltIn } from "../arguments/category.ts";
import {
  mayNameCategories,
  type OwnCategory,
  type QuickWords,
  takeQuickWords,
} from "../arguments/quick-words.ts";
import type { CategoriesApi } from "./categories-api.ts";
import type { Cli } from "../cli.ts";
import {
  type GivenExpense,
  parseDescription,
  takenTogether,
} from "../commands/expense/parse-add.ts";

type Categories = Pick<CategoriesApi, "known">;

/** Returns what finds the user's own categories in a description; the server is asked only if it has an `@`. */
async function ownIn(description: string, categories: Categories): Promise<OwnCategory> {
  if (!mayNameCategories(description)) return () => undefined;
  const known = await knownOrBuiltIn(categories);
  return (word) => known.whole(word, "expense")?.key;
}

/** Parses an answer with the description, in which own categories are written in full. @throws CliError usage */
export async function readDescription(
  answer: string,
  given: GivenExpense,
  categories: Categories,
): Promise<QuickWords> {
  return parseDescription(answer, given, await ownIn(answer, categories));
}

/**
 * Returns the key that a word stands for. While the server can't be reached, a word that isn't built in is taken for a
 * name or a key that is written out: the server decides when the expense is sent.
 * @throws CliError
 */
async function keyOf(cli: Cli, categories: CategoriesApi, word: string): Promise<string> {
  const asking = { prompts: cli.prompts, say: (text: string) => cli.say(text) };
  try {
    return await categoryKeyOrNew(asking, categories, word);
  } catch (error) {
    const key = categoryKeyFor(word);
    if (!isUnreachable(error) || key === undefined) throw error;
    cli.note(`The server will know whether there is a category ${key} when the expense is sent.`);
    return key;
  }
}

/** @throws CliError usage */
export async function settleCategory(
  cli: Cli,
  categories: CategoriesApi,
  given: GivenExpense,
): Promise<GivenExpense> {
  if (!isSpendingKind(given.more.kind)) return given;
  const { categoryWord, written } = given;
  const own = await ownIn(written, categories);
  const words = takeQuickWords(written, true, own);
  const named = categoryWord === undefined ? undefined : await keyOf(cli, categories, categoryWord);
  const { text, category, tags } = takenTogether(words, named);
  return {
    ...given,
    text: text === "" ? undefined : text,
    category,
    tags: [...given.optionTags, ...tags],
  };
}
