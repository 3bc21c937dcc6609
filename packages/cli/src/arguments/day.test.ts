import { type CalendarDate, daysBefore, daysBetween } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "./day.ts";
import { monthName } from "./period.ts";

// This day is a Sunday.
const today = "2026-11-22";

describe("a day", () => {
  it.each([
    ["today", "2026-11-22"],
    ["Yesterday", "2026-11-21"],
    ["tomorrow", "2026-11-23"],
    ["-0", "2026-11-22"],
    ["-22", "2026-10-31"],
    ["+9", "2026-12-01"],
    ["3 days  ago", "2026-11-19"],
    ["2024-02-29", "2024-02-29"],
    ["2026/1/5", "2026-01-05"],
    ["22.11.2026", "2026-11-22"],
    ["11/22/2026", "2026-11-22"],
    ["11.11.2026", "2026-11-11"],
    ["3.4.2026", "2026-04-03"],
    ["03.04.2026", "2026-04-03"],
    ["01.11.26", "2026-11-01"],
    ["01.11.46", "2046-11-01"],
    ["01.11.47", "1947-11-01"],
    ["01.11.99", "1999-11-01"],
    ["01.11.00", "2000-11-01"],
    ["22.11.", "2026-11-22"],
    ["23.11.", "2025-11-23"],
    ["1.11", "2026-11-01"],
    ["29.2.", "2024-02-29"],
    ["2026.4.3", "2026-04-03"],
    ["22 nov 2025", "2025-11-22"],
    ["22-Nov-2025", "2025-11-22"],
    ["November 22nd, 2025", "2025-11-22"],
    ["22. nov", "2026-11-22"],
    ["nov 1", "2026-11-01"],
    ["1 sept", "2026-09-01"],
  ])("is read from %s", (text, day) => {
    expect(parseDay(text, today)).toBe(day);
  });

  it("without a year is the last one that isn't in the future", () => {
    expect(parseDay("22 nov", today)).toBe("2026-11-22");
    expect(parseDay("23 nov", today)).toBe("2025-11-23");
    expect(parseDay("29 feb", today)).toBe("2024-02-29");
    expect(parseDay("29 feb", "2103-01-01")).toBe("2096-02-29");
  });

  it("of the week is the last one, which may be today; with last before it, it is not", () => {
    expect(parseDay("sunday", today)).toBe("2026-11-22");
    expect(parseDay("mon", today)).toBe("2026-11-16");
    expect(parseDay("last sunday", today)).toBe("2026-11-15");
    expect(parseDay("last fri", today)).toBe("2026-11-20");
    expect(parseDay("next sunday", today)).toBe("2026-11-29");
    expect(parseDay("next mon", today)).toBe("2026-11-23");
  });

  it("can be looked for from another day on", () => {
    const fromToday = { which: "first", of: today } as const;
    expect(parseDay("21 nov", today, fromToday)).toBe("2027-11-21");
    expect(parseDay("sunday", today, fromToday)).toBe("2026-11-22");
    expect(parseDay("saturday", today, fromToday)).toBe("2026-11-28");
    expect(parseDay("31 dec", today, { which: "first", of: "2031-05-01" })).toBe("2031-12-31");
    expect(parseDay("yesterday", today, { which: "first", of: "2031-05-01" })).toBe("2026-11-21");
  });

  it("can be looked for closest to another day", () => {
    const closest = { which: "closest", of: today } as const;
    expect(parseDay("1 nov", today, closest)).toBe("2026-11-01");
    expect(parseDay("1 jan", today, closest)).toBe("2027-01-01");
    expect(parseDay("friday", today, closest)).toBe("2026-11-27");
  });

  it.each(["03-04-2026", "3/4/2026"])("written like %s is refused rather than guessed", (text) => {
    expect(() => parseDay(text, today)).toThrow(/ could be 2026-04-03 or 2026-03-04\.$/);
  });

  it("that reads as two days is refused, with the way to write it", () => {
    expect(() => parseDay("03/04/2026", today)).toThrow(
      expect.objectContaining({
        message: 'Date "03/04/2026" could be 2026-04-03 or 2026-03-04.',
        hint: "Write it with the year first: 2026-04-03",
      }),
    );
  });

  it.each(["0", "00", "32"])("isn't begun by %s, which no day has", (text) => {
    expect(() => parseDay(text, today)).toThrow(
      expect.objectContaining({
        hint: expect.stringContaining("Write it like 2026-11-22") as string,
      }),
    );
  });

  it.each(["22", "nov", "last", "22nd", "Next"])(
    "of several words has to be quoted, so %s alone is no day",
    (text) => {
      expect(() => parseDay(text, today)).toThrow(
        expect.objectContaining({ hint: expect.stringContaining("needs quotes") as string }),
      );
    },
  );

  it.each([
    "",
    "2026-02-29",
    "31 nov",
    "30 feb 2024",
    "0 nov",
    "31.11.2026",
    "11.22.2026",
    "31.11.",
    "22.11.026",
    "1.2.3.4",
    "22 nov 26",
    "22 nov lunch",
    "22 nov-",
    "nov 22,",
    "monday 22 nov",
    "mo",
    "last nov",
    "tomorow",
    "-99999",
    "2026-13-01",
    "0000-01-01",
    "5pm",
    "next year",
  ])("is not read from %j", (text) => {
    expect(() => parseDay(text, today)).toThrow(`Date "${text}" is not a day of the calendar.`);
  });

  it("is read back from every form", () => {
    const someDay = fc
      .integer({ min: -20_000, max: 700_000 })
      .map((count): CalendarDate => daysBefore(today, count));
    fc.assert(
      fc.property(someDay, (day) => {
        const [year = "", month = "", date = ""] = day.split("-");
        const name = monthName(Number(month));
        const forms = [
          `${Number(date)} ${name} ${year}`,
          `${name.slice(0, 3)} ${date}, ${year}`,
          `${year}/${Number(month)}/${Number(date)}`,
        ];
        for (const form of forms) expect(parseDay(form, today)).toBe(day);
        const last = parseDay(`${date} ${name}`, day);
        expect(last).toBe(day);
      }),
    );
  });

  it("of the week is never further away than six days", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        (count, weekday) => {
          const now = daysBefore(today, count);
          const since = daysBetween(parseDay(weekday, now), now);
          const until = daysBetween(now, parseDay(weekday, now, { which: "first", of: now }));
          expect([0, 7]).toContain(since + until);
        },
      ),
    );
  });
});
