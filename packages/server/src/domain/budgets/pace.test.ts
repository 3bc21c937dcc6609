import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atPace, usedRatio } from "./pace.ts";

const cents = fc.bigInt({ min: 0n, max: 10n ** 18n });

describe("the used share", () => {
  it.each([
    [0n, 400n, 0],
    [250n, 400n, 0.625],
    [1n, 3n, 0.3333],
    [399_999n, 400_000n, 0.9999],
    [400n, 400n, 1],
    [412n, 400n, 1.03],
    [1n, 1_000_000n, 0],
  ])("of %d out of %d is %d", (spent, limit, ratio) => {
    expect(usedRatio(spent, limit)).toBe(ratio);
  });

  it("is null if there is nothing to use", () => {
    expect(usedRatio(5n, 0n)).toBeNull();
    expect(usedRatio(5n, -10n)).toBeNull();
  });

  it("reaches 1 only when everything is used", () => {
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 10n ** 12n }), (spent, limit) => {
        expect((usedRatio(spent, limit) ?? 0) >= 1).toBe(spent >= limit);
      }),
    );
  });
});

describe("the pace", () => {
  it.each([
    [230_00n, 15, 30, 460_00n],
    [100n, 3, 7, 233n],
    [1n, 2, 7, 4n],
    [1n, 2, 5, 3n],
    [0n, 1, 31, 0n],
  ])("of %d in %d of %d days comes to %d", (spent, elapsed, days, projected) => {
    expect(atPace(spent, elapsed, days)).toBe(projected);
  });

  it("is off by half a cent at most, and rounds exactly half up", () => {
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 1, max: 366 }),
        fc.integer({ min: 1, max: 366 }),
        (spent, elapsed, days) => {
          const twice =
            2n * (atPace(spent, elapsed, days) * BigInt(elapsed) - spent * BigInt(days));
          expect(twice > -BigInt(elapsed) && twice <= BigInt(elapsed)).toBe(true);
        },
      ),
    );
  });
});
