/** What the journals of bookkeeping programs have in common. */

/** Text on one line. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/** `FOOD` → `Food`, as the last part of an account's name. */
export const accountPart = (category: string): string =>
  category.charAt(0) + category.slice(1).toLowerCase();
