import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPeriods, periodKey, periodKeys, periodUnits } from "./calendar-periods.ts";

const dayMs = 86_400_000;
// UTC days, which have no shifts, give a second opinion: 0001-01-01 is this many days before 1970.
const firstDay = -719_162;
const lastNumber = Date.UTC(9999, 11, 31) / dayMs - firstDay;
const utcText = (number: number) =>
  new Date((number + firstDay) * dayMs).toISOString().slice(0, 10);

const numbers = fc.oneof(
  fc.integer({ min: 0, max: lastNumber }),
  // Days around the ends of years, including leap years and centuries.
  fc
    .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: -5, max: 5 }))
    .map(([year, more]) => {
      const newYear = new Date(0).setUTCFullYear(year + 1, 0, 1) / dayMs;
      return newYear - firstDay + more;
    }),
);

/** The week of a day, counted by hand from the Monday of the week that includes January 4. */
function isoWeek(number: number): string {
  for (const later of [1, 0, -1]) {
    const year = Number(utcText(number).slice(0, 4)) + later;
    if (year < 1) continue;
    const january4 = new Date(0).setUTCFullYear(year, 0, 4) / dayMs - firstDay;
    const monday = january4 - ((new Date((january4 + firstDay) * dayMs).getUTCDay() + 6) % 7);
    if (number < monday) continue;
    const week = Math.floor((number - monday) / 7) + 1;
    return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
  }
  throw new Error("no year");
}

describe("periods", () => {
  it.each([
    ["day", "2026-11-22", "2026-11-22"],
    ["week", "2026-11-22", "2026-W47"],
    ["week", "2026-11-23", "2026-W48"],
    ["week", "2021-01-03", "2020-W53"],
    ["week", "2024-12-30", "2025-W01"],
    ["week", "0001-01-01", "0001-W01"],
    ["week", "9999-12-31", "9999-W52"],
    ["month", "2026-11-22", "2026-11"],
    ["year", "0987-11-22", "0987"],
  ] as const)("by %s: %s is in %s", (unit, day, key) => {
    expect(periodKey(unit, day)).toBe(key);
  });

  it("use the weeks of ISO 8601", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(periodKey("week", utcText(number))).toBe(isoWeek(number));
      }),
      { numRuns: 2000 },
    );
  });

  it("are listed once each, in order, from the first day's to the last day's", () => {
    const spans = fc.tuple(numbers, fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(fc.constantFrom(...periodUnits), spans, (unit, [start, length]) => {
        const end = Math.min(start + length, lastNumber);
        const days = Array.from({ length: end - start + 1 }, (_, index) => utcText(start + index));
        const keys = [...new Set(days.map((day) => periodKey(unit, day)))];
        expect(periodKeys(unit, utcText(start), utcText(end))).toEqual(keys);
        expect(countPeriods(unit, utcText(start), utcText(end))).toBe(keys.length);
      }),
    );
  });

  it("are an empty list if the last day is before the first", () => {
    expect(periodKeys("month", "2026-11-22", "2026-11-21")).toEqual([]);
  });
});
