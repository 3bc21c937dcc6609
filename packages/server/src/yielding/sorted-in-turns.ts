import { Pace } from "./pace.ts";

type Compare<Item> = (one: Item, other: Item) => number;

/** The number of items sorted within one turn. */
const runLength = 4096;

async function merged<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: Compare<Item>,
  pace: Pace,
): Promise<Item[]> {
  const all: Item[] = [];
  let next = 0;
  for (const [place, item] of one.entries()) {
    if (place % runLength === 0 && pace.isPauseDue) await pace.pause();
    for (let due = other[next]; due !== undefined && compare(due, item) < 0; due = other[next]) {
      all.push(due);
      next += 1;
    }
    all.push(item);
  }
  return all.concat(other.slice(next));
}

/** Sorts items without blocking other work for long, because sorting a million items takes a second. */
export async function sortedInTurns<Item extends object>(
  items: readonly Item[],
  compare: Compare<Item>,
): Promise<Item[]> {
  const pace = new Pace();
  let runs: Item[][] = [];
  for (let start = 0; start < items.length; start += runLength) {
    runs.push(items.slice(start, start + runLength).toSorted(compare));
    if (pace.isPauseDue) await pace.pause();
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      longer.push(await merged(runs[index] ?? [], runs[index + 1] ?? [], compare, pace));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}
