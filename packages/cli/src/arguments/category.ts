/** The words that stand for categories, wherever one is named. */
import { commandLine } from "@outlay/files";
import type { CategoriesApi } from "../categories/categories-api.ts";
import {
  type CategoryUse,
  KnownCategories,
  type KnownCategory,
  wholeBuiltIn,
} from "../categories/known-categories.ts";
import { CliError, usageError } from "../errors/cli-error.ts";
import { exitCodes } from "../errors/exit-codes.ts";
import { chooseChange } from "../terminal/ask.ts";
import type { Prompts } from "../terminal/prompts.ts";
import { withCurrent } from "../terminal/with-current.ts";
import { similarTo } from "./similar.ts";

/** A name as it is typed: built-in names in small letters, others as they are. */
export const typedName = ({ key, name, builtin }: KnownCategory): string =>
  builtin && name === key ? name.toLowerCase() : name;

/** More names than these would hide the rest of a message. */
const mostListed = 10;

/** Lists the categories to choose from; a long list has a command of its own. */
function choiceText(known: KnownCategories, use: CategoryUse): string {
  const names = known.offered(use).map(typedName);
  return names.length <= mostListed
    ? `Write one of ${names.join(", ")}, or its first letters.`
    : "outlay category list shows which there are.";
}

/** The command that makes a category of a word. */
const makingLine = (word: string): string => commandLine("outlay", "category", "add", word.trim());

/** The error for a word that stands for no category. */
export function unknownCategory(word: string, known: KnownCategories, use: CategoryUse): CliError {
  const similar = similarTo(word, known.offered(use).map(typedName));
  const hints = [
    ...(similar === undefined ? [] : [`Did you mean ${similar}?`]),
    choiceText(known, use),
    ...(word.trim() === "" || similar !== undefined ? [] : [`To make it: ${makingLine(word)}`]),
  ];
  return usageError(`Category "${word}" is unknown.`, hints.join(" "));
}

/**
 * Returns the category that a word stands for; undefined if there is none.
 * @throws CliError usage for a word that could be several
 */
export function meantCategory(
  word: string,
  known: KnownCategories,
  use: CategoryUse,
): KnownCategory | undefined {
  const [meant, ...others] = known.meant(word, use);
  if (!meant || others.length === 0) return meant;
  const several = [meant, ...others].map(typedName).join(" or ");
  throw usageError(`Category "${word}" could be ${several}.`, "Write more of its letters.");
}

export const isUnreachable = (error: unknown): error is CliError =>
  error instanceof CliError && exitCodes[error.code] === exitCodes.unreachable;

/** The categories, of which only the built-in ones are known while the server can't be reached. */
export async function knownOrBuiltIn(
  categories: Pick<CategoriesApi, "known">,
): Promise<KnownCategories> {
  try {
    return await categories.known();
  } catch (error) {
    if (isUnreachable(error)) return KnownCategories.builtIn();
    throw error;
  }
}

/** Like `knownOrBuiltIn`, if the word stands for a built-in category. */
async function knownFor(
  categories: Pick<CategoriesApi, "known">,
  word: string,
  use: CategoryUse,
): Promise<KnownCategories> {
  const known = await knownOrBuiltIn(categories);
  return meantCategory(word, known, use) ? known : categories.known();
}

/** Looks a word up. The server is asked only if the word isn't a built-in key. */
async function lookUp(
  categories: Pick<CategoriesApi, "known">,
  word: string,
  use: CategoryUse,
): Promise<{ key: string | undefined; known: KnownCategories }> {
  const whole = wholeBuiltIn(word, use);
  if (whole !== undefined) return { key: whole, known: KnownCategories.builtIn() };
  const known = await knownFor(categories, word, use);
  return { key: meantCategory(word, known, use)?.key, known };
}

/**
 * Returns the key of the category that a word stands for. The server is asked only if the word isn't a built-in key.
 * @throws CliError usage
 */
export async function categoryKeyOf(
  categories: Pick<CategoriesApi, "known">,
  word: string,
  use: CategoryUse = "expense",
): Promise<string> {
  const { key, known } = await lookUp(categories, word, use);
  if (key === undefined) throw unknownCategory(word, known, use);
  return key;
}

/** Replaces the words among a query's categories by keys. @throws CliError usage */
export async function settleCategories(
  categories: Pick<CategoriesApi, "known">,
  parameters: URLSearchParams,
  use: CategoryUse = "expense",
): Promise<void> {
  const words = parameters.getAll("category");
  parameters.delete("category");
  for (const word of words)
    parameters.append("category", await categoryKeyOf(categories, word, use));
}

/** `rent` → `Rent`, the name of a category that is made of a typed word. */
function nameOfWord(word: string): string {
  const [first = "", ...rest] = Array.from(word.trim());
  return first.toLocaleUpperCase("en") + rest.join("");
}

/**
 * Like `categoryKeyOf`, but at a terminal it offers to make a category that doesn't exist.
 * @throws CliError usage
 */
export async function categoryKeyOrNew(
  { prompts, say }: { prompts: Prompts | undefined; say: (text: string) => void },
  categories: CategoriesApi,
  word: string,
  use: CategoryUse = "expense",
): Promise<string> {
  const { key, known } = await lookUp(categories, word, use);
  if (key !== undefined) return key;
  const refusal = unknownCategory(word, known, use);
  if (!prompts || word.trim() === "") throw refusal;
  const similar = similarTo(word, known.offered(use).map(typedName));
  if (similar !== undefined) say(`There is no category "${word}". Similar: ${similar}.`);
  const name = nameOfWord(word);
  const isWanted = await prompts.confirm(`There is no category "${word}". Make ${name}?`, {
    isYesByDefault: similar === undefined,
  });
  if (!isWanted) throw refusal;
  const made = await categories.create({ name });
  await categories.known();
  return made.key;
}

/**
 * Asks for a category.
 * @param likely the key that Enter alone stands for
 */
export async function chooseCategory(
  prompts: Prompts,
  categories: Pick<CategoriesApi, "known">,
  likely?: string,
  use: CategoryUse = "expense",
): Promise<string> {
  const known = await knownOrBuiltIn(categories);
  const offered = known.offered(use).map(({ name }) => name);
  const options = withCurrent(offered, likely === undefined ? null : known.label(likely));
  const name = await prompts.choose({ message: "Category:", ...options });
  return known.whole(name, use)?.key ?? likely ?? name;
}

/** Asks for another category of a record; Enter returns the present one. */
export async function changeCategory(
  prompts: Prompts,
  categories: Pick<CategoriesApi, "known">,
  present: string | null,
  use: CategoryUse = "expense",
): Promise<string | null> {
  const known = await knownOrBuiltIn(categories);
  const offered = known.offered(use).map(({ name }) => name);
  const shown = present === null ? null : known.label(present);
  const name = await chooseChange(prompts, "Category:", offered, shown);
  if (name === null || name === shown) return present;
  return known.whole(name, use)?.key ?? name;
}
