import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bar, barBelowZero } from "./bar.ts";
import { columnWidth } from "./column-width.ts";

/** The length in eighths: the characters follow each other from the full one down. */
const lengthOf = (text: string) =>
  Array.from(text, (cell) =>
    cell === " " ? 0 : "▏".charCodeAt(0) + 1 - cell.charCodeAt(0),
  ).reduce((sum, eighths) => sum + eighths, 0);

describe("a bar", () => {
  it.each([
    [0, "    "],
    [0.25, "█   "],
    [0.5, "██  "],
    [0.6, "██▍ "],
    [0.9999, "███▉"],
    [1, "████"],
    [3, "████"],
    [-1, "    "],
  ])("of %d is %j", (share, text) => {
    expect(bar(share, 4)).toBe(text);
  });

  it("shows the smallest share", () => {
    expect(bar(0.0001, 10).trimEnd()).toBe("▏");
  });

  it("is as wide as it should be, and never shorter for a larger share", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (one, other, width) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          expect(columnWidth(bar(one, width))).toBe(width);
          expect(lengthOf(bar(less, width))).toBeLessThanOrEqual(lengthOf(bar(more, width)));
        },
      ),
    );
  });
});

it.each([
  [0.001, "░   "],
  [0.5, "░░  "],
  [1, "░░░░"],
])("a bar below zero of %d is %j", (share, text) => {
  expect(barBelowZero(share, 4)).toBe(text);
});
