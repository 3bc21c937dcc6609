import { stripVTControlCharacters } from "node:util";
import { spendingGroupings, type SpendingReport } from "@outlay/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bareMoney } from "../../terminal/amounts.ts";
import { colors } from "../../terminal/colors.ts";
import { columnWidth } from "../../terminal/column-width.ts";
import { reportTable } from "./report-text.ts";

const shown = (report: SpendingReport, width: number, hasColors = false) =>
  reportTable(report, { width, colors: colors(hasColors), money: bareMoney });

const label = fc.constantFrom("home", "晩ごはん", "cine\u0301ma", "नाश्ता", "x".repeat(40));

const reports = fc
  .record({
    by: fc.constantFrom(...spendingGroupings),
    groups: fc.array(
      fc.record({
        key: fc.uniqueArray(label).map((labels) => labels.join(", ")),
        totalCents: fc.bigInt({ min: 0n, max: 99_999_999_999_99n }),
        count: fc.nat(999_999),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map<SpendingReport>(({ by, groups }) => ({
    from: null,
    to: null,
    by,
    groups,
    totalCents: groups.reduce((sum, { totalCents }) => sum + totalCents, 0n),
    count: groups.reduce((sum, { count }) => sum + count, 0),
  }));

/** The end of the second column. */
const amountEnds = (line: string) => columnWidth(/^.*?\d[\d,]*\.\d\d(?!\d)/.exec(line)?.[0] ?? "");

it("every line of a report fits the terminal, aligned, and differs only in colour when colours are on", () => {
  fc.assert(
    fc.property(reports, fc.integer({ min: 40, max: 220 }), (report, width) => {
      const plain = shown(report, width);
      const lines = plain.trimEnd().split("\n");
      expect(lines).toHaveLength(report.groups.length + 2);
      for (const line of lines) expect(columnWidth(line)).toBeLessThanOrEqual(width);
      expect(new Set(lines.slice(1).map(amountEnds)).size).toBe(1);
      expect(stripVTControlCharacters(shown(report, width, true))).toBe(plain);
    }),
  );
});

it("keeps all digits of an amount, even beyond the precision of a number", () => {
  const totalCents = 123_456_789_012_345_678_901n;
  const groups = [{ key: "FOOD", totalCents, count: 1 }];
  const report: SpendingReport = {
    from: null,
    to: null,
    by: "category",
    totalCents,
    count: 1,
    groups,
  };
  const text = shown(report, 80);
  expect(text.split("1,234,567,890,123,456,789.01")).toHaveLength(3);
});

it("leaves room for bars beside the longest names", () => {
  const key = Array.from({ length: 20 }, (_, index) => `${"x".repeat(38)}${index}`).join(", ");
  const groups = [{ key, totalCents: 1250n, count: 1 }];
  const report: SpendingReport = {
    from: null,
    to: null,
    by: "tag",
    totalCents: 1250n,
    count: 1,
    groups,
  };
  for (const width of [40, 80, 200]) {
    expect(shown(report, width)).toMatch(/^#x.*… .*█{8}/m);
  }
});
