import { describe, expect, it } from "vitest";
import { isForeign } from "./currency-sign.ts";

describe("the currency written with an amount", () => {
  it.each([
    ["CA$", "USD"],
    ["US$", "CAD"],
    ["$", "EUR"],
    ["£", "EUR"],
    ["R$", "USD"],
    ["A$", "ARS"],
    ["C$", "COP"],
    ["S$", "SRD"],
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
    ["A$", "AUD"],
    ["C$", "CAD"],
    ["C$", "NIO"],
    ["S$", "SGD"],
    ["AR$", "ARS"],
    ["\uFFE5", "JPY"],
    ["€ ", "EUR"],
    ["EUR", "EUR"],
    ["kr", "SEK"],
    ["", "EUR"],
  ])("%j may be %s", (written, own) => {
    expect(isForeign(written, own)).toBe(false);
  });
});
