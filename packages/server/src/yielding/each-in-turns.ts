import { Pace } from "./pace.ts";

/** A part of a list. */
export interface Span<Item> {
  items: readonly Item[];
  start: number;
  end: number;
}

/** After how many items to look at the clock, which takes longer than to look at an item. */
const stride = 256;

/**
 * Looks at each item of a list as it is at the call, whatever others do to it in between: after some
 * milliseconds they get their turn.
 * @param visit whether to go on
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
      // Others change the list where it lies.
      if (seen === items) seen = items.slice();
      await pace.pause();
    }
    const item = seen[isBackwards ? end - 1 - step : start + step];
    if (item === undefined || !visit(item)) return;
  }
}
