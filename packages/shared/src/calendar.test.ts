import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDayOf,
  dayBefore,
  dayNumber,
  dayOfNumber,
  daysBefore,
  daysBetween,
  daysInMonth,
  isCalendarDate,
} from "./calendar.ts";

const dayMs = 86_400_000;
const utcText = (instant: number) => new Date(instant).toISOString().slice(0, 10);

// UTC days, which have no shifts, give a second opinion: from 0001-01-02, this many days before
// 1970, to 9999-12-31.
const instants = fc
  .integer({ min: -719_161, max: Date.UTC(9999, 11, 31) / dayMs })
  .map((day) => day * dayMs);

describe("a day of the calendar", () => {
  it("is an existing day", () => {
    fc.assert(fc.property(instants, (instant) => isCalendarDate(utcText(instant))));
  });

  it.each([
    "2026-02-29",
    "2026-04-31",
    "2100-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "0000-01-01",
    "22.11.2026",
    "2026-11-22T00:00",
  ])("is not %s", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  it.each(["2024-02-29", "2000-02-29", "2026-12-31"])("is %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it("comes after the day before", () => {
    fc.assert(
      fc.property(instants, (instant) => dayBefore(utcText(instant)) === utcText(instant - dayMs)),
    );
  });

  it("has a number, which seven divides on Mondays", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const date = utcText(instant);
        expect(dayOfNumber(dayNumber(date))).toBe(date);
        // `getUTCDay` is 0 on Sundays.
        expect(dayNumber(date) % 7).toBe((new Date(instant).getUTCDay() + 6) % 7);
      }),
    );
  });

  it("has a number at the ends of every month of two centuries and of the calendar", () => {
    const years = [
      1,
      4,
      100,
      400,
      9999,
      ...Array.from({ length: 202 }, (_, index) => 1899 + index),
    ];
    for (const year of years) {
      for (let month = 1; month <= 12; month += 1) {
        const last = new Date(0);
        last.setUTCFullYear(year, month, 0);
        const date = utcText(last.getTime());
        expect(daysInMonth(year, month)).toBe(last.getUTCDate());
        expect(dayNumber(date)).toBe(last.getTime() / dayMs + 719_162);
        expect(dayOfNumber(dayNumber(date))).toBe(date);
        expect(dayOfNumber(dayNumber(date) - last.getUTCDate() + 1)).toBe(`${date.slice(0, 8)}01`);
      }
    }
  });

  it("has a distance in days from any other day", () => {
    fc.assert(
      fc.property(instants, instants, (from, to) => {
        expect(daysBetween(utcText(from), utcText(to))).toBe((to - from) / dayMs);
      }),
    );
  });

  it("can be counted back", () => {
    expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28");
    expect(daysBefore("2026-01-01", 366)).toBe("2024-12-31");
    expect(daysBefore("2026-01-01", 0)).toBe("2026-01-01");
  });

  it("is read from the local clock, not from UTC", () => {
    expect(calendarDayOf(new Date(2026, 10, 22, 0, 0, 1))).toBe("2026-11-22");
    expect(calendarDayOf(new Date(2026, 10, 22, 23, 59, 59))).toBe("2026-11-22");
  });
});
