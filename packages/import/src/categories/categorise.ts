/** Chooses an expense's category and records what decided it. */
import type { History } from "./history.ts";
import type { Rule } from "../rules/rule.ts";
import { categoryOf } from "./category-words.ts";
import { begunBy, type NewCategories, type OwnCategories } from "./own-categories.ts";

export const categorySources = ["rules", "history", "file", "option", "default"] as const;
export type CategorySource = (typeof categorySources)[number];

export interface Categorised {
  /** Null for a record of Outlay's own whose kind has no category. */
  category: string | null;
  tags: readonly string[];
  by: CategorySource;
  /** The file's word, if it stands for no category. */
  unknownWord?: string;
  /** The name of the category, if it has to be made. */
  newName?: string;
}

export interface Categoriser {
  ruleFor: (...texts: readonly string[]) => Rule | undefined;
  history: History;
  /** The value of `-c`. */
  whenUnknown: string | undefined;
  own: OwnCategories;
  /** Makes categories of a file's unknown words; undefined if none may be made. */
  made: NewCategories | undefined;
}

/** Finds what a file's word stands for: the user's own categories come before the words of banks. */
function filedAs(
  word: string,
  { own, made }: Categoriser,
): Pick<Categorised, "category" | "newName"> {
  const known = own.whole(word) ?? categoryOf(word) ?? begunBy(own, word);
  const added = known === undefined && word.trim() !== "" ? made?.of(word) : undefined;
  if (added) return { category: added.key, newName: added.name };
  return { category: known ?? null };
}

/**
 * @param text everything the file says about the expense
 * @param fileCategory the cell in the file's category column
 */
export function categorise(
  categoriser: Categoriser,
  { description, text, fileCategory }: { description: string; text: string; fileCategory: string },
): Categorised {
  const { ruleFor, history, whenUnknown } = categoriser;
  const rule = ruleFor(description, text);
  if (rule) return { category: rule.category, tags: rule.tags, by: "rules" };
  const called = history.categoryOf(description);
  if (called) return { category: called, tags: [], by: "history" };
  const filed = filedAs(fileCategory, categoriser);
  if (filed.category !== null) return { ...filed, tags: [], by: "file" };
  const unknown = fileCategory.trim() === "" ? {} : { unknownWord: fileCategory.trim() };
  if (whenUnknown !== undefined) {
    return { category: whenUnknown, tags: [], by: "option", ...unknown };
  }
  return { category: "MISCELLANEOUS", tags: [], by: "default", ...unknown };
}
