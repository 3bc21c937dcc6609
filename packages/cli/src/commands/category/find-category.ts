import { meantCategory, unknownCategory } from "../../arguments/category.ts";
import type { CategoriesApi } from "../../categories/categories-api.ts";
import type { KnownCategory } from "../../categories/known-categories.ts";

/** Returns the category that a word names. @throws CliError usage */
export async function findCategory(
  categories: Pick<CategoriesApi, "known">,
  word: string,
): Promise<KnownCategory> {
  const known = await categories.known();
  const meant = meantCategory(word, known, "budget");
  if (meant) return meant;
  throw unknownCategory(word, known, "budget");
}
