/** Looks up the words among a new expense's categories that only the server knows. */
import { isSpendingKind } from "@outlay/shared";
import { categoryKeyOrNew, knownOrBuiltIn } from "../arguments/category.ts";
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
  const asking = { prompts: cli.prompts, say: (text: string) => cli.say(text) };
  const named =
    categoryWord === undefined
      ? undefined
      : await categoryKeyOrNew(asking, categories, categoryWord);
  const { text, category, tags } = takenTogether(words, named);
  return {
    ...given,
    text: text === "" ? undefined : text,
    category,
    tags: [...given.optionTags, ...tags],
  };
}
