import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDayOf, dayBefore, daysBefore, isCalendarDate } from "./calendar.ts";

const dayMs = 86_400_000;
const utcText = (instant: number) => new Date(instant).toISOString().slice(0, 10);

// As a second opinion, UTC days, which have no shifts: from 0001-01-02, that many days before 1970,
// to 9999-12-31.
const instants = fc
  .integer({ min: -719_161, max: Date.UTC(9999, 11, 31) / dayMs })
  .map((day) => day * dayMs);

describe("a day of the calendar", () => {
  it("is one that exists", () => {
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

  it("comes behind the one before", () => {
    fc.assert(
      fc.property(instants, (instant) => dayBefore(utcText(instant)) === utcText(instant - dayMs)),
    );
  });

  it("is counted back", () => {
    expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28");
    expect(daysBefore("2026-01-01", 366)).toBe("2024-12-31");
    expect(daysBefore("2026-01-01", 0)).toBe("2026-01-01");
  });

  it("is read off the clock on the wall, not off UTC", () => {
    expect(calendarDayOf(new Date(2026, 10, 22, 0, 0, 1))).toBe("2026-11-22");
    expect(calendarDayOf(new Date(2026, 10, 22, 23, 59, 59))).toBe("2026-11-22");
  });
});
