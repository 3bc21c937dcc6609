/** What the user has called the same merchants before. */
import { bareWords } from "../cells/plain-text.ts";
import { isOfRow } from "../identity/identify.ts";

/** A merchant's name without the numbers of branches, cards and days that come with it. */
const merchantOf = (description: string): string =>
  bareWords(description)
    .split(" ")
    .filter((word) => !/\d/.test(word))
    .join(" ");

/** An expense as the API has it, as far as it says what a merchant is called. */
interface Called {
  description: string;
  category: string | null;
  external_id: string | null;
  created_at: string;
  updated_at: string;
}

/**
 * Whether nobody has said what an expense is: an import files as miscellaneous what it knows nothing of, as one does
 * that comes with a key and may not look at what the user has called the merchant. Once edited, it is the user's word.
 */
const isFiledForWantOfMore = ({ category, external_id, created_at, updated_at }: Called): boolean =>
  category === "MISCELLANEOUS" && isOfRow(external_id) && updated_at === created_at;

/** What the user has called each merchant last. */
export class History {
  readonly #categories = new Map<string, string>();

  /** Each tells more than those before. */
  add(expense: Called): void {
    const { description, category } = expense;
    const merchant = merchantOf(description);
    if (merchant === "" || category === null || isFiledForWantOfMore(expense)) return;
    this.#categories.set(merchant, category);
  }

  categoryOf(description: string): string | undefined {
    if (this.#categories.size === 0) return undefined;
    const category = this.#categories.get(merchantOf(description));
    // What nothing was known about is still unknown.
    return category === "MISCELLANEOUS" ? undefined : category;
  }
}
