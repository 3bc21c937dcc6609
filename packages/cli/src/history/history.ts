/** What the user has called the same merchants before. */
import type { Expense, ExpenseCategory } from "@outlay/shared";
import { bareWords } from "../import/cells/plain-text.ts";

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

/**
 * A word that all descriptions of the same merchant have in them, whatever else differs; the longest one,
 * which few others have. Undefined where there is none.
 */
export function wordOfMerchant(description: string): string | undefined {
  const words =
    description.match(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}])/gu) ?? [];
  // The same name may have its accents in one place and not in another.
  const plainWords = words.filter((word) => /^[a-z]+$/i.test(word));
  const candidates = plainWords.length > 0 ? plainWords : words;
  return candidates.toSorted((one, other) => other.length - one.length)[0];
}
