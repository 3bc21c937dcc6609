import { builtInKeys } from "@outlay/shared";
import { CategoryUnknown } from "../store-errors.ts";
import type { Lookup } from "./memory/state.ts";

/** Whether the user has a category with this key at this moment. */
export const hasCategory = (data: Lookup, userId: number, key: string): boolean =>
  builtInKeys.includes(key) || data.categories.findHolder(userId, { key }) !== undefined;

/**
 * Refuses a category that was removed after the request was judged.
 * @throws CategoryUnknown
 */
export function requireCategory(data: Lookup, userId: number, key: string | null): void {
  if (key !== null && !hasCategory(data, userId, key)) throw new CategoryUnknown(key);
}
