import { stripVTControlCharacters } from "node:util";
import { spendingGroupings, type SpendingReport } from "@outlay/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { KnownCategories } from "../../categories/known-categories.ts";
import { bareMoney } from "../../terminal/amounts.ts";
import { colors } from "../../terminal/colors.ts";
import { columnWidth } from "../../terminal/column-width.ts";
import { aReport } from "../../testing/a-report.ts";
import { reportTable } from "./report-text.ts";

const known = KnownCategories.builtIn();

const shown = (report: SpendingReport, width: number, hasColors = false) =>
  reportTable(report, { width, colors: colors(hasColors), money: bareMoney, known });

const label = fc.constantFrom("home", "晩ごはん", "cine\u0301ma", "नाश्ता", "x".repeat(40));

const reports = fc
  .record({
    by: fc.constantFrom(...spendingGroupings),
    groups: fc.array(
      fc.record({
        key: fc.uniqueArray(label).map((labels) => labels.join(", ")),
        totalCents: fc.bigInt({ min: -99_999_999_999_99n, max: 99_999_999_999_99n }),
        count: fc.nat(999_999),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    incomeCents: fc.option(fc.bigInt({ min: 0n, max: 99_999_999_999_99n })),
  })
  .map(({ by, groups, incomeCents }) => {
    const totalCents = groups.reduce((sum, group) => sum + group.totalCents, 0n);
    return aReport({
      by,
      groups,
      totalCents,
      count: groups.reduce((sum, { count }) => sum + count, 0),
      incomeCents,
      leftCents: incomeCents === null ? null : incomeCents - totalCents,
    });
  });

/** The end of the second column. */
const amountEnds = (line: string) => columnWidth(/^.*?\d[\d,]*\.\d\d(?!\d)/.exec(line)?.[0] ?? "");

it("every line of a report fits the terminal, aligned, and differs only in colour when colours are on", () => {
  fc.assert(
    fc.property(reports, fc.integer({ min: 40, max: 220 }), (report, width) => {
      const plain = shown(report, width);
      const lines = plain.trimEnd().split("\n");
      expect(lines).toHaveLength(report.groups.length + (report.incomeCents === null ? 2 : 4));
      for (const line of lines) expect(columnWidth(line)).toBeLessThanOrEqual(width);
      expect(new Set(lines.slice(1).map(amountEnds)).size).toBe(1);
      expect(stripVTControlCharacters(shown(report, width, true))).toBe(plain);
    }),
  );
});

it("keeps all digits of an amount, even beyond the precision of a number", () => {
  const totalCents = 123_456_789_012_345_678_901n;
  const groups = [{ key: "FOOD", totalCents, count: 1 }];
  const report = aReport({ totalCents, count: 1, groups });
  const text = shown(report, 80);
  expect(text.split("1,234,567,890,123,456,789.01")).toHaveLength(3);
});

it("leaves room for bars beside the longest names", () => {
  const key = Array.from({ length: 20 }, (_, index) => `${"x".repeat(38)}${index}`).join(", ");
  const groups = [{ key, totalCents: 1250n, count: 1 }];
  const report = aReport({ by: "tag", totalCents: 1250n, count: 1, groups });
  for (const width of [40, 80, 200]) {
    expect(shown(report, width)).toMatch(/^#x.*… .*█{8}/m);
  }
});

it("draws groups below zero in another shade, on the scale of the others", () => {
  const groups = [
    { key: "FOOD", totalCents: -6000n, count: 1 },
    { key: "DATA", totalCents: 3000n, count: 1 },
    { key: "TRANSPORT", totalCents: 0n, count: 0 },
  ];
  const text = shown(aReport({ totalCents: -3000n, count: 2, groups }), 60);
  expect(text).toMatch(/^DATA +30\.00 +100 % +1 {2}█{12,13}[▏▎▍▌▋▊▉]?\n/m);
  expect(text).toMatch(/^FOOD +-60\.00 +-200 % +1 {2}░{25,27}\n/m);
  expect(text).toMatch(/^TRANSPORT +0\.00 +0 % +0\n/m);
});

it("gives the shares of refunds in a report of nothing else", () => {
  const groups = [
    { key: "FOOD", totalCents: -3000n, count: 1 },
    { key: "DATA", totalCents: -1000n, count: 1 },
  ];
  const text = shown(aReport({ totalCents: -4000n, count: 2, groups }), 60);
  expect(text).toMatch(/^DATA +-10\.00 +25 %/m);
  expect(text).toMatch(/^FOOD +-30\.00 +75 %/m);
});

it("says what came in, and what is left over", () => {
  const report = aReport({ totalCents: 5000n, count: 2, incomeCents: 2000n, leftCents: -3000n });
  expect(shown(report, 60)).toMatch(/Total +50\.00 +2\nIncome +20\.00\nLeft over +-30\.00\n$/);
});

it("leaves out the share of refunds that are many times what was spent", () => {
  const groups = [
    { key: "FOOD", parent: null, totalCents: -100_000_000_000n, count: 1 },
    { key: "DATA", parent: null, totalCents: 1n, count: 1 },
  ];
  const text = shown(aReport({ totalCents: -99_999_999_999n, count: 2, groups }), 60);
  expect(text).toMatch(/^FOOD +-1,000,000,000\.00 +1? *░/m);
  expect(text).toMatch(/^DATA +0\.01 +100 %/m);
});
