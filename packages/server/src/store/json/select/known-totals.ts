import type { ExpenseFilter } from "../../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import type { Tally } from "../memory/tally.ts";
import type { UserExpenses } from "./expense-span.ts";

/** Whether a filter asks for nothing but categories. */
function isOfCategories(filter: ExpenseFilter): boolean {
  const { isRemoved, tags, first, last, minCents, maxCents, text, importId } = filter;
  const limits = [first, last, minCents, maxCents, text, importId];
  return !isRemoved && tags.length === 0 && limits.every((limit) => limit === null);
}

/**
 * The number of expenses that match a filter, where it needn't be counted. Totals by category are
 * always known, and the total of the last filter as long as nothing changes: a client that follows
 * pages causes one count.
 */
export class KnownTotals {
  readonly #last = new WeakMap<UserExpenses, { version: number; filter: string; total: number }>();

  find(own: UserExpenses, tally: Tally<ExpenseRecord>, filter: ExpenseFilter): number | undefined {
    if (isOfCategories(filter)) return tally.count(filter.categories);
    const last = this.#last.get(own);
    const isSame = last?.version === own.version && last.filter === JSON.stringify(filter);
    return isSame ? last.total : undefined;
  }

  /** @param version of the records when they were counted */
  keep(own: UserExpenses, version: number, filter: ExpenseFilter, total: number): void {
    // The trash shrinks by itself.
    if (filter.isRemoved) return;
    this.#last.set(own, { version, filter: JSON.stringify(filter), total });
  }
}
