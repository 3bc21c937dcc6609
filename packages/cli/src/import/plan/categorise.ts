/** What an expense counts as, and who says so (contract 3, 7). */
import type { Expense, ExpenseCategory } from "@outlay/shared";
import type { Rule } from "../../rules/rule.ts";
import { bareWords } from "../cells/plain-text.ts";
import { categoryOf } from "./category-words.ts";

export const categorySources = ["rules", "history", "file", "option", "default"] as const;
export type CategorySource = (typeof categorySources)[number];

export interface Categorised {
  category: ExpenseCategory;
  tags: readonly string[];
  by: CategorySource;
}

/** A merchant's name without the numbers of branches, cards and days that come with it. */
const merchantOf = (description: string): string =>
  bareWords(description)
    .split(" ")
    .filter((word) => !/\d/.test(word))
    .join(" ");

/** What the user has called each merchant last. */
export class History {
  readonly #categories = new Map<string, ExpenseCategory>();

  /** Each tells more than those before. */
  add({ description, category }: Pick<Expense, "description" | "category">): void {
    const merchant = merchantOf(description);
    if (merchant !== "") this.#categories.set(merchant, category);
  }

  categoryOf(description: string): ExpenseCategory | undefined {
    if (this.#categories.size === 0) return undefined;
    const category = this.#categories.get(merchantOf(description));
    // What nothing was known about is still unknown.
    return category === "MISCELLANEOUS" ? undefined : category;
  }
}

export interface Categoriser {
  ruleFor: (...texts: readonly string[]) => Rule | undefined;
  history: History;
  /** `-c`. */
  whenUnknown: ExpenseCategory | undefined;
}

/**
 * @param text all that the file says of it
 * @param fileCategory what the file's own column says
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
