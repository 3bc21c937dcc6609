import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Periodically } from "./periodically.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function slowWork() {
  const ends: (() => void)[] = [];
  return { ends, work: () => new Promise<void>((resolve) => void ends.push(resolve)) };
}

it("starts no work before the last one has ended", async () => {
  const { ends, work } = slowWork();
  const again = new Periodically();
  again.begin(10, work);
  await vi.advanceTimersByTimeAsync(50);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(ends).toHaveLength(2);
});

it("ends only when the work under way has ended, and starts none afterwards", async () => {
  const { ends, work } = slowWork();
  const again = new Periodically();
  again.begin(10, work);
  await vi.advanceTimersByTimeAsync(10);
  let hasEnded = false;
  const end = again.end().then(() => (hasEnded = true));
  await vi.advanceTimersByTimeAsync(100);
  expect(hasEnded).toBe(false);
  ends[0]?.();
  await end;
  await vi.advanceTimersByTimeAsync(100);
  expect(ends).toHaveLength(1);
});
