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

  /** @param groups an empty list stands for all */
  count(groups: readonly string[]): number {
    const counted = groups.length > 0 ? groups : [...this.#counts.keys()];
    return counted.reduce((sum, group) => sum + (this.#counts.get(group) ?? 0), 0);
  }

  #change(item: Item, by: 1 | -1): void {
    const group = this.#groupOf(item);
    if (group !== null) this.#counts.set(group, (this.#counts.get(group) ?? 0) + by);
  }
}
