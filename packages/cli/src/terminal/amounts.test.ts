import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupedText, moneyIn } from "./amounts.ts";

describe("amounts in a currency", () => {
  it.each([
    ["NGN", 123_450, "₦1,234.50"],
    ["USD", -5, "-$0.05"],
    ["JPY", 123_400, "¥1,234"],
    ["JPY", 123_450, "¥1,234.50"],
    ["KWD", 123_450, "KWD 1,234.50"],
    ["CHF", 0, "CHF 0.00"],
    [undefined, 123_450, "1,234.50"],
  ])("of %s: %i cents are %s", (currency, cents, text) => {
    expect(moneyIn(currency).ofCents(cents)).toBe(text);
    expect(moneyIn(currency).ofWire(cents / 100)).toBe(text);
  });

  it("have every digit, however large they are", () => {
    const { ofCents } = moneyIn("EUR");
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (cents) => {
        expect(ofCents(cents)).toBe(`€${groupedText(cents)}`);
      }),
    );
  });
});
