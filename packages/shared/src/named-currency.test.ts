import { expect, it } from "vitest";
import { currencyCodeOf } from "./named-currency.ts";

it.each([
  ["EUR", "EUR"],
  ["eur", "EUR"],
  [" € ", "EUR"],
  ["US$", "USD"],
  ["Kč", "CZK"],
  ["STG", "GBP"],
  ["₦", "NGN"],
])("%j names %s", (named, code) => {
  expect(currencyCodeOf(named)).toBe(code);
});

it.each(["$", "¥", "kr", "", "POINTS", "ABC"])("%j names no currency for certain", (named) => {
  expect(currencyCodeOf(named)).toBeUndefined();
});
