import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertCents, parity, parseRate, quotientOfRates, rateText } from "./exchange-rate.ts";

describe("a rate", () => {
  it.each([
    ["1", 10_000_000_000n],
    ["0.92", 9_200_000_000n],
    [".5", 5_000_000_000n],
    ["0.0000000001", 1n],
    ["1e-10", 1n],
    ["9999999999.9999999999", 99_999_999_999_999_999_999n],
    ["1.50000000000000", 15_000_000_000n],
    ["1e9", 10n ** 19n],
  ])("is read from %s", (text, units) => expect(parseRate(text)).toBe(units));

  it.each([
    "",
    "0",
    "0.00",
    "-1",
    "1,5",
    "abc",
    "NaN",
    "Infinity",
    "0.00000000001",
    "1.00000000001",
    "10000000000",
    "1e10",
    "1e999999999",
    "1e-999999999",
    `0.${"0".repeat(100)}1`,
  ])("isn't read from %s", (text) => expect(parseRate(text)).toBeUndefined());

  it("is written as it is read", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }), (units) => {
        expect(parseRate(rateText(units))).toBe(units);
        expect(rateText(units)).not.toMatch(/\.$|\.\d*0$/);
      }),
    );
  });
});

const rate = (text: string) => parseRate(text) ?? 0n;

it("amounts are rounded half up to the cent", () => {
  expect(convertCents(1, rate("0.5"))).toBe(1n);
  expect(convertCents(1, rate("0.4999999999"))).toBe(0n);
  expect(convertCents(3000, rate("0.92"))).toBe(2760n);
  expect(convertCents(999_999_999_999, rate("9999999999.9999999999"))).toBe(
    9_999_999_999_989_999_999_900n,
  );
});

it("a rounded quotient is at most half a unit away from the exact one", () => {
  const units = fc.bigInt({ min: 1n, max: 10n ** 15n });
  fc.assert(
    fc.property(units, units, (dividend, divisor) => {
      const doubled = 2n * (quotientOfRates(dividend, divisor) * divisor - dividend * parity);
      expect(doubled).toBeLessThanOrEqual(divisor);
      expect(doubled).toBeGreaterThan(-divisor);
    }),
  );
});
