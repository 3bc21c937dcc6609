import { sortedInTurns } from "../../../yielding/sorted-in-turns.ts";

/** Collects the first few of items that arrive sorted or unsorted. */
export interface FirstOf<Item> {
  /** @returns whether the collection is complete: no later item is among the first */
  keep(item: Item): boolean;
  inOrder(): Promise<Item[]>;
}

/** Collects the first few of sorted items. */
export function firstOfSorted<Item>(count: number): FirstOf<Item> {
  const kept: Item[] = [];
  return {
    keep(item) {
      kept.push(item);
      return kept.length >= count;
    },
    inOrder: () => Promise.resolve(kept),
  };
}

/** Collects the first few of unsorted items; it keeps at most twice as many as are wanted. */
export function firstOfUnsorted<Item extends object>(
  count: number,
  compare: (one: Item, other: Item) => number,
): FirstOf<Item> {
  let kept: Item[] = [];
  /** Items after this one are not among the first of those seen so far. */
  let last: Item | undefined;
  return {
    keep(item) {
      if (last !== undefined && compare(item, last) > 0) return false;
      kept.push(item);
      if (kept.length < 2 * count) return false;
      kept = kept.toSorted(compare).slice(0, count);
      last = kept.at(-1);
      return false;
    },
    inOrder: async () => (await sortedInTurns(kept, compare)).slice(0, count),
  };
}
