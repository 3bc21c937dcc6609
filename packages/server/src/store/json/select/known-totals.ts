import type { ExpenseFilter } from "../../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import { readTallyGroup, type Tally } from "../memory/tally.ts";
import type { UserExpenses } from "./expense-span.ts";

/** Whether a filter asks for nothing but kinds and categories. */
function isOfGroups(filter: ExpenseFilter): boolean {
  const { isRemoved, tags, accounts, currencies, first, last, minCents, maxCents } = filter;
  const limits = [first, last, minCents, maxCents, filter.text, filter.description];
  return (
    !isRemoved &&
    [tags, accounts, currencies].every((list) => list.length === 0) &&
    [...limits, filter.importId, filter.isConfirmed].every((limit) => limit === null)
  );
}

const isInGroups =
  ({ kinds, categories }: ExpenseFilter) =>
  (group: string): boolean => {
    const { kind, category } = readTallyGroup(group);
    return (
      kinds.some((each) => each === kind) &&
      (categories.length === 0 || categories.includes(category))
    );
  };

/**
 * The number of expenses that match a filter, where it needn't be counted. Totals by kind and category are
 * always known, and the total of the last filter as long as nothing changes: a client that follows
 * pages causes one count.
 */
export class KnownTotals {
  readonly #last = new WeakMap<UserExpenses, { version: number; filter: string; total: number }>();

  find(own: UserExpenses, tally: Tally<ExpenseRecord>, filter: ExpenseFilter): number | undefined {
    if (isOfGroups(filter)) return tally.count(isInGroups(filter));
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
