/** Categories: the built-in ones, and those of a user's own, in the API. */
import * as v from "valibot";
import { budgetCategories, savingsCategory } from "./budget.ts";
import {
  isCategoryKey,
  maxCategoryKeyCharacters,
  shortText,
  wireCategory,
  wireCount,
  wireId,
} from "./fields.ts";

export const categoriesPath = "/categories/";

export const maxCategoryNameCharacters = 40;

/** The maximum number of categories of a user's own. */
export const maxOwnCategories = 1000;

const notAKey = `Write 1 to ${maxCategoryKeyCharacters} of the characters A-Z, 0-9 and _.`;

/** Accepts the key of a new category. */
const newKey = () =>
  v.pipe(
    v.string(notAKey),
    v.check(isCategoryKey, notAKey),
    v.metadata({ maxLength: maxCategoryKeyCharacters, pattern: "^[A-Z0-9_]{1,30}$" }),
  );

const name = () => shortText(maxCategoryNameCharacters);
const parent = () => v.nullable(v.string("Must be the key of a category, or null."));
const archived = () => v.boolean("Must be true or false.");

/** The body of `POST /categories/`. A key can be left out if it can be made from the name. */
export const categoryInput = v.object({
  key: v.optional(newKey()),
  name: name(),
  parent: v.optional(parent()),
  archived: v.optional(archived()),
});

/** The body of `PATCH /categories/<key>/`, which names only the fields to change. The key never changes. */
export const categoryChanges = v.object({
  key: v.optional(v.string()),
  name: v.optional(name()),
  parent: v.optional(parent()),
  archived: v.optional(archived()),
});

/** A category as the API returns it. */
export const category = v.object({
  key: wireCategory(),
  name: v.string(),
  /** The key of the category that this one belongs to. */
  parent: v.nullable(wireCategory()),
  archived: v.boolean(),
  builtin: v.boolean(),
});
export type Category = v.InferOutput<typeof category>;

/** The answer to `DELETE /categories/<key>/?move_to=`. */
export const removedCategory = v.object({
  /** The number of records that moved. */
  moved: v.object({
    expenses: wireCount(),
    budgets: wireCount(),
    /** Categories below the removed one. */
    categories: wireCount(),
    recurring: wireCount(),
    rules: wireCount(),
  }),
  /** The change that moved them, which can be reverted; null if there were none. */
  change_id: v.nullable(wireId()),
});
export type RemovedCategory = v.InferOutput<typeof removedCategory>;

/** The categories that every user has, in their order. */
export const builtInKeys: readonly string[] = budgetCategories;

/** Whether expenses can have a category; budgets can have any. */
export const isForExpenses = (key: string): boolean => key !== savingsCategory;

/** Letters that don't come apart into a plain one and a mark. */
const foldedLetters: Readonly<Record<string, string>> = {
  ß: "SS",
  Æ: "AE",
  Œ: "OE",
  Ø: "O",
  Đ: "D",
  Ð: "D",
  Þ: "TH",
  Ł: "L",
  ı: "I",
};

/**
 * Makes a key from a category's name: `Lebensmittel & Drogerie` gives `LEBENSMITTEL_DROGERIE`, `Café` gives `CAFE`.
 * @returns undefined if the name has no Latin letter
 */
export function categoryKeyFor(categoryName: string): string | undefined {
  const folded = categoryName
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ßı]/gu, (letter) => foldedLetters[letter] ?? letter)
    .toUpperCase()
    .replaceAll(/[ÆŒØĐÐÞŁ]/gu, (letter) => foldedLetters[letter] ?? letter)
    .replaceAll(/['’]/gu, "");
  const key = folded
    .replaceAll(/[^A-Z0-9]+/g, "_")
    .slice(0, maxCategoryKeyCharacters + 1)
    .replace(/^_/, "")
    .slice(0, maxCategoryKeyCharacters)
    .replace(/_$/, "");
  return /[A-Z]/.test(key) ? key : undefined;
}
