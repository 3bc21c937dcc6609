/** The words of a description that say something else: `@food` the category, `#work` a tag. */
import { expenseCategories, type ExpenseCategory, isTag } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { similarTo } from "./similar.ts";

export interface QuickWords {
  /** The description without them. */
  text: string;
  category: ExpenseCategory | undefined;
  tags: string[];
}

/** @throws CliError usage, for what is nearly a category */
function categoryMeant(word: string): ExpenseCategory | undefined {
  const wanted = word.toUpperCase();
  const matches = expenseCategories.filter((category) => category.startsWith(wanted));
  if (wanted !== "" && matches.length === 1) return matches[0];
  const similar = similarTo(word, expenseCategories)?.toLowerCase();
  if (similar === undefined) return undefined;
  throw usageError(
    `"@${word}" is no category. Did you mean @${similar}?`,
    String.raw`To have it in the description, write \@${word}`,
  );
}

/** Numbers of invoices are no tags. */
const isQuickTag = (word: string) => isTag(word) && /\p{L}/u.test(word);

/**
 * Takes the quick words out of a description. A backslash before one keeps it; what is neither a category
 * nor a tag, such as `@home` or `#3`, stays.
 * @throws CliError usage, for two categories or what is nearly one
 */
export function takeQuickWords(description: string): QuickWords {
  const categories = new Set<ExpenseCategory>();
  const tags: string[] = [];
  const kept = description.split(/\s+/).filter((word) => {
    const rest = word.slice(1);
    if (word.startsWith("@")) {
      const category = categoryMeant(rest);
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
  // What has nothing of this in it stays as it was written.
  return { text: isQuick ? text.trim() : description.trim(), category, tags };
}
