import { dayOfNumber, daysBetween } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period } from "../../arguments/period.ts";
import { comparedDays, daysText } from "./report-days.ts";

const span = (from: string, to: string): Period => ({ from, to });

describe("the days that are compared", () => {
  const later = "2030-01-01";

  it.each([
    ["a month, with the one before", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
    ["January, with December", "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"],
    ["a year, with the one before", "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"],
    ["a day, with the one before", "2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28"],
    ["a quarter, with the one before", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"],
    ["ten days, with the ten before", "2026-11-11", "2026-11-20", "2026-11-01", "2026-11-10"],
  ])("is %s", (_what, from, to, earlierFrom, earlierTo) => {
    expect(comparedDays(span(from, to), later)).toEqual({
      now: span(from, to),
      before: span(earlierFrom, earlierTo),
    });
  });

  it.each([
    ["a month", "2026-03-30", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["a month", "2026-11-22", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-22"],
    ["a year", "2024-02-29", "2024-01-01", "2024-12-31", "2023-01-01", "2023-02-28"],
    ["ten days", "2026-11-13", "2026-11-11", "2026-11-20", "2026-11-01", "2026-11-03"],
  ])("of %s that isn't over is what has passed, on %s", (_what, today, from, to, first, last) => {
    expect(comparedDays(span(from, to), today)).toEqual({
      now: span(from, today),
      before: span(first, last),
    });
  });

  it("are all of a period on its last day", () => {
    expect(comparedDays(span("2026-11-01", "2026-11-30"), "2026-11-30")?.before).toEqual(
      span("2026-10-01", "2026-10-31"),
    );
  });

  it("are none if there is no time before", () => {
    expect(comparedDays(span("0001-01-01", "0001-01-31"), later)).toBeUndefined();
    expect(comparedDays(span("0002-01-01", "0003-12-31"), later)).toBeUndefined();
    expect(comparedDays(span("2026-11-02", "2026-11-01"), later)).toBeUndefined();
  });

  it("directly precede the report's days", () => {
    const numbers = fc.integer({ min: 100_000, max: 3_000_000 });
    fc.assert(
      fc.property(numbers, fc.nat(400), numbers, (start, length, now) => {
        const days = span(dayOfNumber(start), dayOfNumber(start + length));
        const compared = comparedDays(days, dayOfNumber(now));
        if (!compared) throw new Error("nothing");
        const whole = comparedDays(days, "9999-12-31");
        expect(daysBetween(whole?.before.to ?? "", days.from)).toBe(1);
        expect(compared.before.from).toBe(whole?.before.from);
        expect(compared.before.to <= (whole?.before.to ?? "")).toBe(true);
        expect(compared.now.from).toBe(days.from);
      }),
    );
  });
});

describe("days in words", () => {
  it.each([
    [{}, "all time"],
    [{ from: "2026-11-22" }, "since 2026-11-22"],
    [{ to: "2026-11-22" }, "until 2026-11-22"],
    [{ from: "2026-11-22", to: "2026-11-22" }, "2026-11-22"],
    [{ from: "2024-02-01", to: "2024-02-29" }, "February 2024"],
    [{ from: "2024-02-01", to: "2024-02-28" }, "2024-02-01 to 2024-02-28"],
    [{ from: "2024-01-01", to: "2024-12-31" }, "2024"],
  ])("%j: %s", (days, text) => {
    expect(daysText(days)).toBe(text);
  });
});
