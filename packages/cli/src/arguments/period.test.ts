import { describe, expect, it } from "vitest";
import { parseMonth, parseYear } from "./period.ts";

const today = "2026-03-31";

describe("a month", () => {
  it.each([
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-2", "2026-02-01", "2026-02-28"],
    ["0001-12", "0001-12-01", "0001-12-31"],
    ["this", "2026-03-01", "2026-03-31"],
    ["last", "2026-02-01", "2026-02-28"],
    ["Mar", "2026-03-01", "2026-03-31"],
    ["april", "2025-04-01", "2025-04-30"],
    [" sept ", "2025-09-01", "2025-09-30"],
  ])("is read from %s", (text, from, to) => {
    expect(parseMonth(text, today)).toEqual({ from, to });
  });

  it("before January is last year's December", () => {
    expect(parseMonth("last", "2026-01-01")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  });

  it.each(["", "ma", "3", "2026-13", "2026-00", "0000-01", "2026-11-22", "marchx"])(
    "is not read from %j",
    (text) => {
      expect(() => parseMonth(text, today)).toThrow(" is not a month.");
    },
  );
});

describe("a year", () => {
  it.each([
    ["2024", "2024-01-01", "2024-12-31"],
    ["this", "2026-01-01", "2026-12-31"],
    ["Last", "2025-01-01", "2025-12-31"],
  ])("is read from %s", (text, from, to) => {
    expect(parseYear(text, today)).toEqual({ from, to });
  });

  it.each(["", "26", "0000", "20266", "2026-11"])("is not read from %j", (text) => {
    expect(() => parseYear(text, today)).toThrow(" is not a year.");
  });
});
