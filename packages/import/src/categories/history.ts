/** The categories that the user has given to the same merchants before. */
import { bareWords } from "../cells/plain-text.ts";
import { isOfRow } from "../identity/identify.ts";

/** Returns a merchant's name without the numbers of branches, cards and days that accompany it. */
const merchantOf = (description: string): string =>
  bareWords(description)
    .split(" ")
    .filter((word) => !/\d/.test(word))
    .join(" ");

/** The fields of an expense that link a merchant to a category. */
interface Called {
  description: string;
  category: string | null;
  external_id: string | null;
  created_at: string;
  updated_at: string;
}

/**
 * Whether an import chose the category because it knew no better. Imports file unknown merchants as
 * miscellaneous, and so do imports with an API key that can't read earlier expenses. Once the expense is
 * edited, the category counts as the user's choice.
 */
const isFiledForWantOfMore = ({ category, external_id, created_at, updated_at }: Called): boolean =>
  category === "MISCELLANEOUS" && isOfRow(external_id) && updated_at === created_at;

/** The latest category of each merchant. */
export class History {
  readonly #categories = new Map<string, string>();
  readonly #isOfPurchases: boolean;

  /**
   * @param isOfPurchases whether to find a purchase's own category, whatever it is, instead of that of the merchant's
   * next expense
   */
  constructor({ isOfPurchases = false }: { isOfPurchases?: boolean } = {}) {
    this.#isOfPurchases = isOfPurchases;
  }

  /** Adds an expense, which outweighs those added before it. Records without a category tell nothing. */
  add(expense: Called): void {
    const { description, category } = expense;
    const merchant = merchantOf(description);
    if (merchant === "" || category === null) return;
    if (!this.#isOfPurchases && isFiledForWantOfMore(expense)) return;
    this.#categories.set(merchant, category);
  }

  categoryOf(description: string): string | undefined {
    if (this.#categories.size === 0) return undefined;
    const category = this.#categories.get(merchantOf(description));
    // Miscellaneous tells nothing about the merchant's next expense.
    return category === "MISCELLANEOUS" && !this.#isOfPurchases ? undefined : category;
  }
}
