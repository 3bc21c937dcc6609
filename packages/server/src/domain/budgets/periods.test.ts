import { budgetPeriods, dayNumber, dayOfNumber } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodKinds } from "./periods.ts";

const dayMs = 86_400_000;
const utcText = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const utcDay = (date: string) => Date.parse(`${date}T00:00:00Z`);

const years = fc.oneof(
  fc.integer({ min: 1, max: 9998 }),
  fc.constantFrom(1, 4, 100, 400, 1900, 2000, 2024, 2026, 2100, 9998),
);

/** Any day, and often a day at the edge of a month or year. */
const dates = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 15, 27, 28, 29, 30, 31))
  .map(([year, month, day]) => {
    const instant = new Date(0);
    instant.setUTCFullYear(year, month - 1, day);
    return utcText(instant.getTime());
  });

/** The period of a date by JavaScript's UTC calendar, which has no shifts. */
const oracle = {
  WEEKLY(date: string) {
    const monday = utcDay(date) - ((new Date(utcDay(date)).getUTCDay() + 6) % 7) * dayMs;
    return { from: utcText(monday), to: utcText(monday + 6 * dayMs) };
  },
  MONTHLY(date: string) {
    const last = new Date(0);
    last.setUTCFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0);
    return { from: `${date.slice(0, 7)}-01`, to: utcText(last.getTime()) };
  },
  YEARLY: (date: string) => ({
    from: `${date.slice(0, 4)}-01-01`,
    to: `${date.slice(0, 4)}-12-31`,
  }),
};

describe.each(budgetPeriods)("a %s period", (kind) => {
  const { numberOf, span } = periodKinds[kind];

  it("is the calendar's period around a day", () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(span(numberOf(date))).toEqual(oracle[kind](date));
      }),
    );
  });

  it("has one number from its first day to its last, and the next number the day after", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const number = numberOf(date);
        const { from, to } = span(number);
        expect([numberOf(from), numberOf(to)]).toEqual([number, number]);
        expect(numberOf(dayOfNumber(dayNumber(to) + 1))).toBe(number + 1);
      }),
    );
  });
});

it.each([
  ["WEEKLY", "2026-11-22", "2026-11-16", "2026-11-22"],
  ["WEEKLY", "2026-11-23", "2026-11-23", "2026-11-29"],
  ["WEEKLY", "2026-01-01", "2025-12-29", "2026-01-04"],
  ["WEEKLY", "9999-12-31", "9999-12-27", "9999-12-31"],
  ["WEEKLY", "0001-01-01", "0001-01-01", "0001-01-07"],
  ["MONTHLY", "2024-02-10", "2024-02-01", "2024-02-29"],
  ["MONTHLY", "2100-02-10", "2100-02-01", "2100-02-28"],
  ["MONTHLY", "9999-12-31", "9999-12-01", "9999-12-31"],
  ["YEARLY", "0001-05-05", "0001-01-01", "0001-12-31"],
] as const)("the %s period of %s is %s to %s", (kind, date, from, to) => {
  const { numberOf, span } = periodKinds[kind];
  expect(span(numberOf(date))).toEqual({ from, to });
});
