import { describe, expect, it } from "vitest";
import { isForeign } from "./currency-sign.ts";

describe("the currency written with an amount", () => {
  it.each([
    ["CA$", "USD"],
    ["US$", "CAD"],
    ["$", "EUR"],
    ["£", "EUR"],
    ["R$", "USD"],
    ["USD", "EUR"],
    [" € ", "USD"],
  ])("%s is foreign to %s", (written, own) => {
    expect(isForeign(written, own)).toBe(true);
  });

  it.each([
    ["US$", "USD"],
    ["$", "CAD"],
    ["CA$", "CAD"],
    ["R$", "BRL"],
    ["\uFFE5", "JPY"],
    ["€ ", "EUR"],
    ["EUR", "EUR"],
    ["kr", "SEK"],
    ["", "EUR"],
  ])("%j may be %s", (written, own) => {
    expect(isForeign(written, own)).toBe(false);
  });
});
