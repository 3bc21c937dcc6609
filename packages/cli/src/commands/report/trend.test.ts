import type { SpendingReport } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { bareMoney } from "../../terminal/amounts.ts";
import { aReport } from "../../testing/a-report.ts";
import { comparisonText, courseUnit, trend } from "./trend.ts";

const course = (by: SpendingReport["by"], totals: Record<string, bigint>): SpendingReport =>
  aReport({
    by,
    groups: Object.entries(totals).map(([key, totalCents]) => ({ key, totalCents, count: 1 })),
  });

const november = { from: "2026-11-01", to: "2026-11-30" };
const october = { from: "2026-10-01", to: "2026-10-31" };

describe("a trend", () => {
  const daily = course("day", { "2026-10-31": 900n, "2026-11-01": 100n, "2026-11-30": 50n });

  it("has a column for each day", () => {
    expect(trend(daily, november, 30)).toEqual({
      columns: `█${"▁".repeat(28)}▅`,
      unit: "day",
    });
  });

  it("has columns for longer periods if there is no room for days", () => {
    expect(trend(daily, november, 29)).toEqual({ columns: "█▁▁▁▁▅", unit: "week" });
    expect(trend(daily, november, 5)).toEqual({ columns: "█", unit: "month" });
  });

  it("of too many months is by year", () => {
    const monthly = course("month", { "2024-11": 10n, "2024-12": 20n, "2026-01": 30n });
    const days = { from: "2024-11-01", to: "2026-01-31" };
    expect(trend(monthly, days, 15)).toEqual({ columns: "▄▆▁▁▁▁▁▁▁▁▁▁▁▁█", unit: "month" });
    expect(trend(monthly, days, 14)).toEqual({ columns: "█▁█", unit: "year" });
    expect(trend(monthly, days, 2)).toEqual({ columns: "▁█", unit: "year" });
  });

  it("is requested in the finest possible unit", () => {
    expect(courseUnit(november)).toBe("day");
    expect(courseUnit({ from: "1900-01-01", to: "2026-11-22" })).toBe("month");
    expect(courseUnit({ from: "0001-01-01", to: "9999-12-31" })).toBe("year");
  });
});

describe("a comparison", () => {
  it.each([
    [11_249n, 10_000n, "+12 % against October 2026 (100.00)"],
    [11_250n, 10_000n, "+13 % against October 2026 (100.00)"],
    [8750n, 10_000n, "−13 % against October 2026 (100.00)"],
    [0n, 10_000n, "−100 % against October 2026 (100.00)"],
    [1_234_600n, 100n, "+1,234,500 % against October 2026 (1.00)"],
    [10_000n, 10_000n, "As much as October 2026 (100.00)"],
    [10_001n, 10_000n, "About as much as October 2026 (100.00)"],
    [1n, 0n, "Nothing was spent in the time before, October 2026."],
    [0n, 0n, undefined],
    [-5000n, 10_000n, "Against October 2026: -50.00 now, 100.00 then."],
    [5000n, -10_000n, "Against October 2026: 50.00 now, -100.00 then."],
    [-1n, 0n, "Against October 2026: -0.01 now, 0.00 then."],
  ])("of %s with %s", (now, before, text) => {
    const daily = course("day", { "2026-10-31": before, "2026-11-01": now, "2026-12-01": 7n });
    expect(comparisonText(daily, { now: november, before: october }, bareMoney)).toBe(text);
  });
});
