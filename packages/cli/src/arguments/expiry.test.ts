import { describe, expect, it } from "vitest";
import { parseExpiry } from "./expiry.ts";

/** The last instant of a day in the local time zone. */
const now = new Date(2026, 10, 22, 9, 30);
const endOf = (month: number, dayOfMonth: number, year = 2026) =>
  new Date(year, month - 1, dayOfMonth, 23, 59, 59, 999).toISOString();

describe("the expiry of a key", () => {
  it.each([
    ["2026-12-31", endOf(12, 31)],
    ["today", endOf(11, 22)],
    ["0d", endOf(11, 22)],
    ["1d", endOf(11, 23)],
    ["90D", endOf(2, 20, 2027)],
    [" 2028-02-29 ", endOf(2, 29, 2028)],
  ])("is at the end of the day that %s names, on the clock here", (text, instant) => {
    expect(parseExpiry(text, now)).toBe(instant);
  });

  it.each(["yesterday", "2026-11-21", "-3"])("is not before today: %s", (text) => {
    expect(() => parseExpiry(text, now)).toThrow("would have expired already");
  });

  it.each(["", "soon", "90", "d", "2027-02-29", "1.5d", "123456d"])(
    "can't be read from %j, and the error shows how to write it",
    (text) => {
      expect(() => parseExpiry(text, now)).toThrow(
        expect.objectContaining({
          message: `"${text}" is not a day on which a key could expire.`,
          hint: "Write the last day on which it is valid, like 2027-02-20, or 90d (days from now).",
        }),
      );
    },
  );
});
