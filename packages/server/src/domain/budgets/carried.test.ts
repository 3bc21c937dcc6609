import { maxAmountCents, rollovers } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedInto, type RollingBudget } from "./carried.ts";

const month = (
  first: number,
  amountCents: number,
  rollover: RollingBudget["rollover"],
  last = Infinity,
): RollingBudget => ({ first, last, amountCents, rollover });

const spent = (...entries: [number, bigint][]) => new Map(entries);

const afterAMonth = (rollover: RollingBudget["rollover"], cents: bigint) =>
  carriedInto(2, [month(1, 100, rollover)], spent([1, cents]));

describe("the carried amount", () => {
  it("is nothing, the rest, or also the overspending", () => {
    expect(rollovers.map((rollover) => afterAMonth(rollover, 70n))).toEqual([0n, 30n, 30n]);
    expect(rollovers.map((rollover) => afterAMonth(rollover, 120n))).toEqual([0n, 0n, -20n]);
  });

  it("adds up from the first period on", () => {
    expect(carriedInto(1, [month(1, 100, "surplus")], spent([0, 500n]))).toBe(0n);
    expect(carriedInto(4, [month(1, 100, "surplus")], spent())).toBe(300n);
    expect(carriedInto(4, [month(1, 100, "surplus")], spent([3, 250n]))).toBe(50n);
    expect(carriedInto(4, [month(1, 100, "both")], spent([2, 250n]))).toBe(50n);
  });

  it("ends at a period without a budget", () => {
    const budgets = [month(1, 100, "both", 2), month(4, 100, "both")];
    expect(carriedInto(3, budgets, spent())).toBe(200n);
    expect(carriedInto(4, budgets, spent())).toBe(0n);
    expect(carriedInto(5, budgets, spent())).toBe(100n);
  });

  it("is the rest of all budgets together, by the widest of their rules", () => {
    const budgets = [month(1, 100, "none"), month(2, 50, "surplus"), month(3, 10, "both", 3)];
    expect(carriedInto(2, budgets, spent())).toBe(0n);
    expect(carriedInto(3, budgets, spent([2, 20n]))).toBe(130n);
    expect(carriedInto(4, budgets, spent([2, 20n], [3, 300n]))).toBe(-10n);
    expect(carriedInto(5, budgets, spent([2, 20n], [3, 300n]))).toBe(140n);
  });

  it("is nothing for a budget that ended before it was set", () => {
    const ended = month(5, 100, "both", 3);
    expect(carriedInto(6, [ended, month(4, 10, "both")], spent())).toBe(20n);
  });

  it("is calculated over half a million weeks in one step", () => {
    expect(carriedInto(521_722, [month(0, maxAmountCents, "surplus")], spent())).toBe(
      521_722n * BigInt(maxAmountCents),
    );
  });
});

const budgets = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: 12 }),
    last: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Infinity)),
    amountCents: fc.oneof(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: maxAmountCents }),
    ),
    rollover: fc.constantFrom(...rollovers),
  }),
  { maxLength: 4 },
);
const spending = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.bigInt({ min: -1200n, max: 1200n })))
  .map((entries) => new Map(entries));

/** Applies the rules of docs/BUDGETS.md literally, one period after the other. */
function slowly(period: number, all: readonly RollingBudget[], spentCents: Map<number, bigint>) {
  let carried = 0n;
  let forgotten = 0n;
  for (let number = 0; number < period; number += 1) {
    const now = all.filter(({ first, last }) => first <= number && number <= last);
    const rules = new Set(now.map(({ rollover }) => rollover));
    const sum = now.reduce((cents, { amountCents }) => cents + BigInt(amountCents), 0n);
    const spentNow = spentCents.get(number) ?? 0n;
    const rest = carried + sum - spentNow;
    if (rules.has("both")) carried = rest;
    else if (!rules.has("surplus")) carried = 0n;
    else if (rest < 0n) {
      carried = 0n;
      forgotten -= rest;
    } else {
      // The refund makes good the forgotten overspending, as far as it is still there.
      const cameBack = [-spentNow, rest, forgotten].reduce((one, other) =>
        one < other ? one : other,
      );
      const madeGood = cameBack > 0n ? cameBack : 0n;
      forgotten -= madeGood;
      carried = rest - madeGood;
    }
    if (rules.has("both") || !rules.has("surplus")) forgotten = 0n;
  }
  return carried;
}

it("the carried amount equals the rules applied period by period", () => {
  fc.assert(
    fc.property(budgets, spending, fc.integer({ min: 0, max: 16 }), (all, spentCents, period) => {
      expect(carriedInto(period, all, spentCents)).toBe(slowly(period, all, spentCents));
    }),
    { numRuns: 1000 },
  );
});
