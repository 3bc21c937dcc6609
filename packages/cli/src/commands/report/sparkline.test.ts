import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sparkline } from "./sparkline.ts";

describe("a sparkline", () => {
  it("shows zero lowest, anything else above it, and the maximum highest", () => {
    expect(sparkline([0n, 1n, 700n, 350n, 100n])).toBe("▁▂█▅▂");
    expect(sparkline([0n, 0n])).toBe("▁▁");
    expect(sparkline([])).toBe("");
    expect(sparkline([-700n, 1n, -1n])).toBe("-█-");
  });

  it("has a column for each value, scaled to it", () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }));
    fc.assert(
      fc.property(amounts, (values) => {
        const columns = Array.from(sparkline(values));
        expect(columns.map((column) => column === "▁")).toEqual(
          values.map((value) => value === 0n),
        );
        const sorted = values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
        expect(sparkline(sorted)).toBe(columns.toSorted().join(""));
      }),
    );
  });
});
