import fc from "fast-check";
import * as v from "valibot";
import { expect, it } from "vitest";
import {
  budgetStatusDigits,
  budgetStatusEntry,
  exactSums,
  writeBudgetStatus,
} from "./budget-status.ts";

const readable = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ ...budgetStatusEntry.entries, ...exactSums })),
);

const sum = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const entry = fc.record({
  category: fc.constant("FOOD" as const),
  parent: fc.option(fc.constant("HOUSING")),
  period: fc.constant("MONTHLY" as const),
  from: fc.constant("2026-11-01"),
  to: fc.constant("2026-11-30"),
  budget: sum,
  carried: sum,
  spent: sum,
  left: sum,
  ratio: fc.option(fc.constantFrom(0, 0.3012, 12)),
  projected: sum,
  put_aside: fc.option(sum),
  unconverted: fc.array(
    fc.record({ currency: fc.constantFrom("USD", "JPY"), total: sum, count: fc.nat() }),
    { maxLength: 2 },
  ),
});

it("reads sums as they are written, digit for digit", () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const json = writeBudgetStatus(entries);
      expect(v.parse(readable, budgetStatusDigits(json))).toEqual(entries);
    }),
  );
});

it("writes sums as numbers, and keeps texts that look like sums", () => {
  const odd = {
    budget: 40_000n,
    carried: -50n,
    spent: 0n,
    left: 1n,
    projected: 9_007_199_254_740_993n,
    put_aside: -5n,
    unconverted: [{ currency: "USD", total: 2000n, count: 1 }],
  };
  const json = writeBudgetStatus([{ category: '"left":"5"', ...odd, ratio: null }]);
  expect(json).toBe(
    String.raw`[{"category":"\"left\":\"5\"","budget":400,"carried":-0.5,"spent":0,"left":0.01,` +
      '"projected":90071992547409.93,"put_aside":-0.05,' +
      '"unconverted":[{"currency":"USD","total":20,"count":1}],"ratio":null}]',
  );
});
