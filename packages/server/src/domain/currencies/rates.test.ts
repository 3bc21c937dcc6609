import fc from "fast-check";
import { expect, it } from "vitest";
import { toHomeBy } from "./rates.ts";

const days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-28", "2026-03-01", "2026-12-31"];
const currencies = ["USD", "JPY", "CHF"];
const rate = fc.record({
  currency: fc.constantFrom(...currencies),
  day: fc.constantFrom(...days),
  // The rates are whole millionths, so that the model can write them as it likes.
  millionths: fc.integer({ min: 1, max: 5_000_000 }),
});
const rates = fc.uniqueArray(rate, { selector: ({ currency, day }) => `${currency} ${day}` });
const amount = fc.record({
  amountCents: fc.integer({ min: 1, max: 999_999_999_999 }),
  currency: fc.constantFrom(null, ...currencies),
  spentOn: fc.constantFrom(...days),
});

const text = (millionths: number) =>
  `${Math.trunc(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, "0")}`;

it("amounts are converted by the latest rate at or before their day, rounded half up", () => {
  fc.assert(
    fc.property(rates, fc.array(amount), (some, amounts) => {
      const toHome = toHomeBy(some.map((each) => ({ ...each, rate: text(each.millionths) })));
      for (const each of amounts) {
        const { amountCents, currency, spentOn } = each;
        const known = some
          .filter((other) => other.currency === currency && other.day <= spentOn)
          .toSorted((one, other) => (one.day < other.day ? -1 : 1))
          .at(-1);
        const exact = known && BigInt(amountCents) * BigInt(known.millionths);
        const converted = exact && exact / 1_000_000n + (exact % 1_000_000n >= 500_000n ? 1n : 0n);
        expect(toHome(each)).toBe(currency == null ? BigInt(amountCents) : converted);
      }
    }),
  );
});
