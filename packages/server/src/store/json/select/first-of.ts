import { sortedInTurns } from "../../../yielding/sorted-in-turns.ts";

/** Gathers the first of items that come in an order or in none. */
export interface FirstOf<Item> {
  /** @returns whether they are all there: nothing that comes later is among the first */
  keep(item: Item): boolean;
  inOrder(): Promise<Item[]>;
}

/** The first of items that come in order. */
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

/** The first of items that come in any order; keeps no more than twice as many as are wanted. */
export function firstOfUnsorted<Item extends object>(
  count: number,
  compare: (one: Item, other: Item) => number,
): FirstOf<Item> {
  let kept: Item[] = [];
  /** Of all seen so far, what comes behind it isn't among the first. */
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
