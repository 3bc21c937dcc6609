import { Pace } from "./pace.ts";

/** A part of a list. */
export interface Span<Item> {
  items: readonly Item[];
  start: number;
  end: number;
}

/**
 * The number of items between two checks of the clock, which take longer than visiting an item.
 */
const stride = 256;

/**
 * Visits each item of a list as it is at the time of the call, even if the list changes meanwhile. Every few
 * milliseconds, other work gets its turn.
 * @param visit returns whether to go on
 */
export async function eachInTurns<Item>(
  { items, start, end }: Span<Item>,
  isBackwards: boolean,
  visit: (item: Item) => boolean,
  pace = new Pace(),
): Promise<void> {
  const count = end - start;
  let seen = items;
  for (let step = 0; step < count; step += 1) {
    if (step % stride === stride - 1 && pace.isPauseDue) {
      // Other code may change the list in place.
      if (seen === items) seen = items.slice();
      await pace.pause();
    }
    const item = seen[isBackwards ? end - 1 - step : start + step];
    if (item === undefined || !visit(item)) return;
  }
}
