/** The use cases for categories. */
import {
  type CategoryChanges,
  changedCategory,
  checkRemoval,
  newCategory,
  type NewCategory,
} from "../domain/category-rules.ts";
import { type Category, categoryOf, CategoryTree } from "../domain/category-tree.ts";
import { notFound } from "../domain/refusal.ts";
import type { Categories, RemovedCategory } from "../store/store.ts";

export const categoriesOf = async (
  categories: Pick<Categories, "list">,
  userId: number,
): Promise<CategoryTree> => new CategoryTree(await categories.list(userId));

/** @throws Refusal not_found */
export async function findCategory(
  categories: Categories,
  userId: number,
  key: string,
): Promise<Category> {
  const category = (await categoriesOf(categories, userId)).find(key);
  if (!category) throw notFound();
  return category;
}

/** @throws InvalidFields */
export async function createCategory(
  categories: Categories,
  userId: number,
  given: NewCategory,
): Promise<Category> {
  return categoryOf(await categories.put(userId, (tree) => newCategory(tree, given)));
}

/** @throws Refusal not_found, InvalidFields */
export async function changeCategory(
  categories: Categories,
  userId: number,
  key: string,
  changes: CategoryChanges,
): Promise<Category> {
  return categoryOf(await categories.put(userId, (tree) => changedCategory(tree, key, changes)));
}

/**
 * Removes a category.
 * @param moveTo the category that gets its records
 * @throws Refusal not_found, InvalidFields
 */
export const removeCategory = (
  categories: Categories,
  userId: number,
  key: string,
  moveTo: string | null,
): Promise<RemovedCategory> =>
  categories.remove(userId, key, moveTo, (tree, uses) => {
    checkRemoval(tree, { key, moveTo }, uses);
  });
