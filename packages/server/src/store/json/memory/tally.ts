import type { ExpenseRecord } from "../../../domain/records.ts";
import { kindOf } from "../../../domain/spent.ts";

/** The number of items in each group, kept up to date so that nobody needs to count them. */
export class Tally<Item> {
  readonly #counts = new Map<string, number>();
  readonly #groupOf: (item: Item) => string | null;

  /** @param groupOf null for an item that isn't counted */
  constructor(items: readonly Item[], groupOf: (item: Item) => string | null) {
    this.#groupOf = groupOf;
    for (const item of items) this.add(item);
  }

  add(item: Item): void {
    this.#change(item, 1);
  }

  delete(item: Item): void {
    this.#change(item, -1);
  }

  /** Returns the number of items in the groups that are counted. */
  count(isCounted: (group: string) => boolean): number {
    let sum = 0;
    for (const [group, count] of this.#counts) if (isCounted(group)) sum += count;
    return sum;
  }

  #change(item: Item, by: 1 | -1): void {
    const group = this.#groupOf(item);
    if (group !== null) this.#counts.set(group, (this.#counts.get(group) ?? 0) + by);
  }
}

/** Returns the group in which an expense is counted: its kind and its category. */
export const tallyGroup = (record: Pick<ExpenseRecord, "kind" | "category">): string =>
  `${kindOf(record)} ${record.category ?? ""}`;

export function readTallyGroup(group: string): { kind: string; category: string } {
  const [kind = "", category = ""] = group.split(" ");
  return { kind, category };
}
