import type { ExpenseFilter } from "../../expense-query.ts";
import type { ExpenseRecord } from "../../store.ts";
import type { Tally } from "../memory/tally.ts";
import type { ExpenseShelf } from "./expense-span.ts";

/** Whether a filter asks for nothing but categories. */
function isOfCategories(filter: ExpenseFilter): boolean {
  const { isRemoved, tags, first, last, minCents, maxCents, text, importId } = filter;
  const limits = [first, last, minCents, maxCents, text, importId];
  return !isRemoved && tags.length === 0 && limits.every((limit) => limit === null);
}

/**
 * How many expenses match a filter, where nobody needs to count them: by category they are always known;
 * else those of the last filter, as long as nothing changes: who follows pages has them counted once.
 */
export class KnownTotals {
  readonly #last = new WeakMap<ExpenseShelf, { version: number; filter: string; total: number }>();

  find(
    shelf: ExpenseShelf,
    tally: Tally<ExpenseRecord>,
    filter: ExpenseFilter,
  ): number | undefined {
    if (isOfCategories(filter)) return tally.count(filter.categories);
    const last = this.#last.get(shelf);
    const isSame = last?.version === shelf.version && last.filter === JSON.stringify(filter);
    return isSame ? last.total : undefined;
  }

  /** @param version of the shelf when it was counted */
  keep(shelf: ExpenseShelf, version: number, filter: ExpenseFilter, total: number): void {
    // What is in the trash gets less by itself.
    if (filter.isRemoved) return;
    this.#last.set(shelf, { version, filter: JSON.stringify(filter), total });
  }
}
