import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachInTurns } from "./each-in-turns.ts";
import { Pace } from "./pace.ts";
import { sortedInTurns } from "./sorted-in-turns.ts";

/** Lets other work run at every opportunity. */
class OftenPaused extends Pace {
  readonly #work: () => void;

  constructor(work: () => void) {
    super();
    this.#work = work;
  }

  override get isPauseDue(): boolean {
    return true;
  }

  override pause(): Promise<void> {
    this.#work();
    return Promise.resolve();
  }
}

describe("looking at many items in turns", () => {
  it.each([false, true])("sees their state at the call (backwards: %s)", async (isBackwards) => {
    const items = Array.from({ length: 2000 }, (_, index) => index);
    const before = items.slice(100, 1900);
    const seen: number[] = [];
    let pauses = 0;
    const pace = new OftenPaused(() => {
      pauses += 1;
      items.splice(0, 10);
      items.push(-1);
    });
    const visit = (item: number) => seen.push(item) > 0;
    await eachInTurns({ items, start: 100, end: 1900 }, isBackwards, visit, pace);
    expect(pauses).toBeGreaterThan(3);
    expect(seen).toEqual(isBackwards ? before.toReversed() : before);
  });

  it("ends on request", async () => {
    let seen = 0;
    await eachInTurns({ items: [1, 2, 3], start: 0, end: 3 }, false, () => (seen += 1) < 2);
    expect(seen).toBe(2);
  });
});

const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;

describe("sorting in turns", () => {
  it("has the same result as sorting at once, for many more items than fit in a turn", async () => {
    const seeds = fc.integer({ min: 1, max: 1_000_000 });
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 0, max: 20_000 }), async (seed, count) => {
        const items = Array.from({ length: count }, (_, index) => ({
          key: ((index + 1) * seed) % 10_007,
          index,
        }));
        expect(await sortedInTurns(items, byKey)).toEqual(items.toSorted(byKey));
      }),
      { numRuns: 10 },
    );
  });
});
