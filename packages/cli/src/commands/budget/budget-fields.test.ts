import { expect, it } from "vitest";
import { parseAmount } from "../../arguments/amount.ts";
import { parseMoney } from "../../arguments/money.ts";
import { parseBudgetFields } from "./budget-fields.ts";

const reading = {
  today: "2026-11-22" as const,
  currency: undefined,
  parseAmount,
  parseMoney: (text: string) => parseMoney(text, undefined),
};

const daysOf = (starts: string, ends: string) => parseBudgetFields({ starts, ends }, reading);

it("a budget's first day is the closest possible one, its last day the next one to come", () => {
  expect(daysOf("1 nov", "21 nov")).toEqual({ starts: "2026-11-01", ends: "2027-11-21" });
  expect(daysOf("1 jan", "31 dec")).toEqual({ starts: "2027-01-01", ends: "2027-12-31" });
  expect(daysOf("none", "none")).toEqual({ starts: null, ends: null });
  expect(() => daysOf("", "today")).toThrow('Date ""');
});
