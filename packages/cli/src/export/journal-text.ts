/** Helpers that the journals of bookkeeping programs share. */

/** Text on one line. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/**
 * `FOOD` → `Food`, as the last part of an account's name. In a category that this client doesn't know, only
 * letters and digits are certain to be allowed.
 */
export function accountPart(category: string | null): string {
  const name = (category ?? "").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  if (name === "") return "Unknown";
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
