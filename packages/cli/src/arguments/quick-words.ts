/** Words in a description with a meaning of their own: `@food` is the category, `#work` a tag. */
import { expenseCategories, isTag } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { similarTo } from "./similar.ts";

export interface QuickWords {
  /** The description without the quick words. */
  text: string;
  /** The key. */
  category: string | undefined;
  tags: string[];
}

/** Returns the key of a category of the user's own that a word names in full. */
export type OwnCategory = (word: string) => string | undefined;

const noOwn: OwnCategory = () => undefined;

/** Whether a description has words that could name categories of the user's own. */
export const mayNameCategories = (description: string): boolean => /(?:^|\s)@\S/u.test(description);

/** Refuses a misspelt category. @throws CliError usage */
function categoryMeant(word: string, own: OwnCategory): string | undefined {
  const named = own(word);
  if (named !== undefined) return named;
  const wanted = word.toUpperCase();
  const matches = expenseCategories.filter((category) => category.startsWith(wanted));
  if (wanted !== "" && matches.length === 1) return matches[0];
  const similar = similarTo(word, expenseCategories)?.toLowerCase();
  if (similar === undefined) return undefined;
  throw usageError(
    `"@${word}" is not a category. Did you mean @${similar}?`,
    String.raw`To keep it in the description, write \@${word}`,
  );
}

/** Words like `#3` are usually invoice numbers, so they aren't tags. */
const isQuickTag = (word: string) => isTag(word) && /\p{L}/u.test(word);

/**
 * Takes the quick words out of a description. A backslash before a word keeps it in the text; words that are
 * neither a category nor a tag, such as `@home` or `#3`, stay.
 * @param hasCategory false for a kind without categories: then every word with an `@` stays
 * @param own the categories of the user's own, which are written in full so that `@Dan` stays a word
 * @throws CliError usage, for two categories or a misspelt one
 */
export function takeQuickWords(
  description: string,
  hasCategory = true,
  own: OwnCategory = noOwn,
): QuickWords {
  const categories = new Set<string>();
  const tags: string[] = [];
  const kept = description.split(/\s+/).filter((word) => {
    const rest = word.slice(1);
    if (word.startsWith("@")) {
      if (!hasCategory) return true;
      const category = categoryMeant(rest, own);
      if (category) categories.add(category);
      return category === undefined;
    }
    const isTaken = word.startsWith("#") && isQuickTag(rest);
    if (isTaken) tags.push(rest);
    return !isTaken;
  });
  const [category, other] = categories;
  if (category && other) {
    const [one, two] = [category, other].map((each) => `@${each.toLowerCase()}`);
    throw usageError(`The description has two categories: ${one} and ${two}.`, "Leave out one.");
  }
  const isQuick = category !== undefined || tags.length > 0 || /(^|\s)\\[@#]/.test(description);
  const text = kept.map((word) => word.replace(/^\\(?=[@#])/, "")).join(" ");
  // A description without quick words stays exactly as it was written.
  return { text: isQuick ? text.trim() : description.trim(), category, tags };
}
