import { isBuiltInCategory } from "@outlay/shared";

/** Returns whether a key is that of one of the user's categories. */
export async function knownCategories(): Promise<(key: string) => boolean> {
  return isBuiltInCategory;
}
