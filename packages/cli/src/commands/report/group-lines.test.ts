import type { SpendingGroup } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GroupLine, groupLines } from "./group-lines.ts";

const group = (key: string, parent: string | null, cents: number, count = 1): SpendingGroup => ({
  key,
  parent,
  totalCents: BigInt(cents),
  count,
});

const shown = (groups: readonly SpendingGroup[], isAlwaysShown = true) =>
  groupLines(groups, () => isAlwaysShown).map(
    ({ key, totalCents, isChild, isRest }) =>
      `${isChild ? "  " : ""}${isRest ? "itself" : key} ${totalCents}`,
  );

/** Trees of categories, in which any may be left out of the report. */
const trees = fc
  .array(
    fc.record({
      parent: fc.constantFrom(null, "P0", "P1"),
      cents: fc.integer({ min: -1000, max: 1000 }),
      count: fc.nat(3),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ parent, cents, count }, index) => {
      const key = parent === null ? `P${index}` : `C${index}`;
      return group(key, parent === key ? null : parent, count === 0 ? 0 : cents, count);
    }),
  );

const sum = (some: readonly { totalCents: bigint }[]) =>
  some.reduce((all, { totalCents }) => all + totalCents, 0n);

/** The lines that have others below them, with these. */
const parents = (lines: readonly GroupLine[]) =>
  lines.flatMap((line, index): [GroupLine, readonly GroupLine[]][] => {
    const next = lines.slice(index + 1);
    const end = next.findIndex(({ isChild }) => !isChild);
    const below = end === -1 ? next : next.slice(0, end);
    return line.isChild || below.length === 0 ? [] : [[line, below]];
  });

describe("the lines of a report of categories", () => {
  it("have the sum of a parent and its children, which stand below it", () => {
    const groups = [
      group("FOOD", null, 10),
      group("DATA", null, 50),
      group("GROCERIES", "FOOD", 20),
      group("EATING_OUT", "FOOD", 40),
      group("PETS", "FOOD", 0, 0),
    ];
    expect(shown(groups)).toEqual([
      "FOOD 70",
      "  EATING_OUT 40",
      "  GROCERIES 20",
      "  itself 10",
      "DATA 50",
    ]);
  });

  it("have a child by itself if its parent is no part of the report", () => {
    expect(shown([group("GROCERIES", "FOOD", 20)])).toEqual(["GROCERIES 20"]);
  });

  it("leave out categories without records unless they are always shown", () => {
    const groups = [group("FOOD", null, 0, 0), group("PETS", null, 0, 0)];
    expect(groupLines(groups, (key) => key === "FOOD").map(({ key }) => key)).toEqual(["FOOD"]);
  });

  it("add up to the total over any tree, and below a parent to its line", () => {
    fc.assert(
      fc.property(trees, (groups) => {
        const lines = groupLines(groups, () => true);
        expect(sum(lines.filter(({ isChild }) => !isChild))).toBe(sum(groups));
        for (const [line, below] of parents(lines)) expect(sum(below)).toBe(line.totalCents);
      }),
    );
  });
});
