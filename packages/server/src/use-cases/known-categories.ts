import { isBuiltInCategory, isForExpenses } from "@outlay/shared";
import type { Categories } from "../store/store.ts";

/** Returns whether a key is that of a category that the user's expenses can have. */
export async function knownCategories(
  categories: Pick<Categories, "list">,
  userId: number,
): Promise<(key: string) => boolean> {
  const own = new Set((await categories.list(userId)).map(({ key }) => key));
  return (key) => isBuiltInCategory(key) || (own.has(key) && isForExpenses(key));
}
