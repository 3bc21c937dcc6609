import { expect, it } from "vitest";
import { asCents } from "./as-cents.ts";

it.each([
  ["12", 1200n],
  ["12.5", 1250n],
  ["12.50", 1250n],
  ["12.500", 1250n],
  ["-0.05", -5n],
])("%s is %s cents", (decimal, cents) => {
  expect(asCents(decimal)).toBe(cents);
});

it.each(["12.505", "12.5001", "12,50", ".5", "", "1e3"])(
  "%j is refused as an expectation",
  (decimal) => {
    expect(() => asCents(decimal)).toThrow("at most two decimals");
  },
);
