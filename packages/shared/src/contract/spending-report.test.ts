import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readSpendingReport,
  spendingGroupings,
  type SpendingReport,
  writeSpendingReport,
} from "./spending-report.ts";

const cents = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const count = fc.nat();
const day = fc.option(fc.constantFrom("2026-11-22", "0001-01-01"));

const unconverted = fc.array(
  fc.record({ currency: fc.constantFrom("USD", "JPY"), total: cents, count }),
  { maxLength: 2 },
);

const groupsBy = (by: SpendingReport["by"]) =>
  fc.array(
    fc.record({
      key: fc.oneof(fc.string({ unit: "grapheme" }), fc.constant('"total":5, \\"total\\":5')),
      parent: by === "category" ? fc.option(fc.constant("FOOD")) : fc.constant(null),
      totalCents: cents,
      count,
    }),
  );

const reports: fc.Arbitrary<SpendingReport> = fc.constantFrom(...spendingGroupings).chain((by) =>
  fc.record({
    from: day,
    to: day,
    by: fc.constant(by),
    totalCents: cents,
    count,
    groups: groupsBy(by),
    unconverted,
    incomeCents: fc.option(cents),
    leftCents: fc.option(cents),
    incomeUnconverted: unconverted,
  }),
);

describe("a spending report", () => {
  it("is read as it was written, digit for digit", () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(readSpendingReport(writeSpendingReport(report))).toEqual(report);
      }),
    );
  });

  it("is JSON, with numbers written like the API's other amounts", () => {
    const report: SpendingReport = {
      from: "2026-11-01",
      to: null,
      by: "category",
      totalCents: 123_456_789_012_345_678_901n,
      count: 3,
      groups: [1250n, 1200n, 1000n, 5n, 0n].map((totalCents) => ({
        key: "x",
        parent: null,
        totalCents,
        count: 1,
      })),
      unconverted: [],
      incomeCents: 0n,
      leftCents: -150n,
      incomeUnconverted: [],
    };
    const json = writeSpendingReport(report);
    expect(json).toContain(
      '{"from":"2026-11-01","to":null,"by":"category","total":1234567890123456789.01,',
    );
    expect(json).toContain('"income":0,"left":-1.5,');
    const { groups } = JSON.parse(json) as { groups: { total: number }[] };
    expect(groups.map(({ total }) => total)).toEqual([12.5, 12, 10, 0.05, 0]);
  });

  it("of a server that knows neither income nor currencies has none", () => {
    const text = '{"from":null,"to":null,"by":"day","total":1,"count":1,"groups":[]}';
    expect(readSpendingReport(text)).toMatchObject({
      totalCents: 100n,
      unconverted: [],
      incomeCents: null,
      leftCents: null,
      incomeUnconverted: [],
    });
  });

  it.each(["", "[]", "{}", '{"from":null,"to":null,"by":"size","total":1,"count":1,"groups":[]}'])(
    "is not %j",
    (text) => {
      expect(readSpendingReport(text)).toBeUndefined();
    },
  );
});
