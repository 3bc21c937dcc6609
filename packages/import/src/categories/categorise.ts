/** Chooses an expense's category and records what decided it. */
import type { ExpenseCategory } from "@outlay/shared";
import type { History } from "./history.ts";
import type { Rule } from "../rules/rule.ts";
import { categoryOf } from "./category-words.ts";

export const categorySources = ["rules", "history", "file", "option", "default"] as const;
export type CategorySource = (typeof categorySources)[number];

export interface Categorised {
  /** Null for a record of Outlay's own whose kind has no category. */
  category: string | null;
  tags: readonly string[];
  by: CategorySource;
}

export interface Categoriser {
  ruleFor: (...texts: readonly string[]) => Rule | undefined;
  history: History;
  /** The value of `-c`. */
  whenUnknown: ExpenseCategory | undefined;
}

/**
 * @param text everything the file says about the expense
 * @param fileCategory the cell in the file's category column
 */
export function categorise(
  { ruleFor, history, whenUnknown }: Categoriser,
  { description, text, fileCategory }: { description: string; text: string; fileCategory: string },
): Categorised {
  const rule = ruleFor(description, text);
  if (rule) return { category: rule.category, tags: rule.tags, by: "rules" };
  const called = history.categoryOf(description);
  if (called) return { category: called, tags: [], by: "history" };
  const filed = categoryOf(fileCategory);
  if (filed) return { category: filed, tags: [], by: "file" };
  if (whenUnknown) return { category: whenUnknown, tags: [], by: "option" };
  return { category: "MISCELLANEOUS", tags: [], by: "default" };
}
