import { expect, it } from "vitest";
import { parsePeriod } from "./filter-options.ts";

const today = "2026-11-22";

it("days without a year are in the past, and the last one isn't before the first", () => {
  expect(parsePeriod({ from: "1 dec" }, today)).toEqual({ from: "2025-12-01" });
  expect(parsePeriod({ to: "30 nov" }, today)).toEqual({ to: "2025-11-30" });
  expect(parsePeriod({ from: "1 nov", to: "30 nov" }, today)).toEqual({
    from: "2026-11-01",
    to: "2026-11-30",
  });
  expect(() => parsePeriod({ from: "today", to: "yesterday" }, today)).toThrow(
    "is before the first day",
  );
});
