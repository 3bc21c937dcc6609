import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  centsToNumber,
  centsToText,
  decimalToCents,
  maxAmountCents,
  numberToCents,
  numberToText,
  parseDecimal,
} from "./money.ts";

const cents = fc.integer({ min: 0, max: maxAmountCents });

/** The value of a text of digits in cents, calculated with big integers. */
const worth = (text: string) => Number(BigInt(text.replace(".", "")));

describe("cents", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [50, "0.50"],
    [1250, "12.50"],
    [-5, "-0.05"],
  ])("%d are written %s", (amount, text) => {
    expect(centsToText(amount)).toBe(text);
  });

  it("can be read back from their text", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const decimal = parseDecimal(centsToText(amount));
        return decimal !== undefined && decimalToCents(decimal) === amount;
      }),
    );
  });

  it("equal the digits of their text", () => {
    fc.assert(fc.property(cents, (amount) => worth(centsToText(amount)) === amount));
  });

  it("can be read back from the wire's JSON number", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const wire = JSON.parse(JSON.stringify(centsToNumber(amount))) as number;
        return numberToText(wire) === centsToText(amount);
      }),
    );
  });

  it("can be read back from the wire as sums of up to 15 digits, positive or negative", () => {
    const most = 10n ** 15n - 1n;
    fc.assert(
      fc.property(fc.bigInt({ min: -most, max: most }), (sum) => {
        const wire = JSON.parse(JSON.stringify(centsToNumber(sum))) as number;
        expect(numberToCents(wire)).toBe(Number(sum));
        expect(BigInt(centsToText(sum).replace(".", ""))).toBe(sum);
      }),
    );
  });
});

describe("parseDecimal", () => {
  it.each([
    ["12", "12", 0],
    ["12.50", "1250", -2],
    [".5", "5", -1],
    ["5.", "5", 0],
    ["007.10", "710", -2],
    ["1e3", "1", 3],
    ["1.5e-7", "15", -8],
  ])("reads %s", (text, digits, exponent) => {
    expect(parseDecimal(text)).toEqual({ isNegative: false, digits, exponent });
  });

  it.each(["", ".", "1,000", "0x10", "NaN", "1e", "--5", "1 0", "١٢"])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("keeps the sign", () => {
    expect(decimalToCents({ isNegative: true, digits: "5", exponent: 0 })).toBe(-500);
  });
});

it("refuses to format a number that isn't a number of cents", () => {
  expect(() => numberToText(0.001)).toThrow(RangeError);
});
