/** Categories in words. */
import type { KnownCategories, KnownCategory } from "../../categories/known-categories.ts";
import { printable } from "../../terminal/printable.ts";

/** `Groceries (GROCERIES), below FOOD` */
export function categoryText(
  { key, name, parent, archived }: KnownCategory,
  known: KnownCategories,
): string {
  const shownKey = name === key ? "" : ` (${key})`;
  const below = parent === null ? "" : `, below ${known.label(parent)}`;
  return printable(`${name}${shownKey}${below}${archived ? ", archived" : ""}`);
}

/** Puts categories behind the one that they belong to. */
export const inTree = ({ all }: KnownCategories): readonly KnownCategory[] =>
  all
    .filter(({ parent }) => parent === null)
    .flatMap((top) => [top, ...all.filter(({ parent }) => parent === top.key)]);
