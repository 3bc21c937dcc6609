import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { KeyCounts } from "./key-counts.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 32);

it("counts like a Map, however many keys there are", () => {
  const some = fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 3 })), {
    maxLength: 3000,
    size: "max",
  });
  const property = fc.property(some, (meetings) => {
    const counts = new KeyCounts();
    const map = new Map<number, number>();
    for (const [number, times] of meetings) {
      map.set(number, (map.get(number) ?? 0) + times);
      expect(counts.meet(digest(String(number)), times)).toBe(map.get(number));
    }
  });
  fc.assert(property, { numRuns: 20 });
});

it("distinguishes keys with the same beginning or end", () => {
  const counts = new KeyCounts();
  const key = digest("one");
  const others = [0, 4, 9, 14].map((at) => {
    const other = key[at] === "A" ? "B" : "A";
    return key.slice(0, at) + other + key.slice(at + 1);
  });
  expect([key, ...others, key].map((each) => counts.meet(each))).toEqual([1, 1, 1, 1, 1, 2]);
});
