import { describe, expect, it } from "vitest";
import { parseMoney, takeCurrencyWord } from "./money.ts";

describe("an amount", () => {
  it.each([
    ["12.50", "EUR", 1250, undefined],
    ["30 USD", "EUR", 3000, "USD"],
    ["30USD", "EUR", 3000, "USD"],
    ["usd 30", "EUR", 3000, "USD"],
    ["US$30", "EUR", 3000, "USD"],
    ["30 US$", "EUR", 3000, "USD"],
    ["₦1,200", "EUR", 120_000, "NGN"],
    ["£3.50", "EUR", 350, "GBP"],
    ["1,200 JPY", "EUR", 120_000, "JPY"],
    ["30 EUR", "EUR", 3000, null],
    ["€30", "EUR", 3000, null],
    ["$30", "USD", 3000, null],
    ["$30", "CAD", 3000, null],
    ["US$30", "CAD", 3000, "USD"],
    ["£3", "EGP", 300, null],
    ["$30", undefined, 3000, null],
    ["₦1,200", undefined, 120_000, null],
    ["30 USD", undefined, 3000, "USD"],
    ["US$30", undefined, 3000, "USD"],
  ] as const)("%s of somebody with %s is %d cents, in %s", (text, own, amountCents, currency) => {
    expect(parseMoney(text, own)).toEqual({ amountCents, currency });
  });

  it.each([
    ["$30", "EUR", "more than one currency has the sign $"],
    ["¥30", "EUR", "more than one currency has the sign ¥"],
    ["30.50 JPY", "EUR", "JPY has none"],
    ["30.5", "JPY", "JPY has none"],
    ["3 KWD", "EUR", "isn't the code of a currency with two decimals or none"],
    ["30 ABC", "EUR", "is not money"],
    ["$30 USD", "EUR", "is not money"],
    ["USD", "EUR", "is not money"],
  ])("%s of somebody with %s is refused", (text, own, words) => {
    expect(() => parseMoney(text, own)).toThrow(words);
  });
});

describe("a currency as a word after the amount", () => {
  it.each([
    ["USD", "EUR", "30 USD"],
    ["usd", "EUR", "30 USD"],
    ["Usd", "EUR", "30 USD"],
    ["KWD", "EUR", "30 KWD"],
    ["EUR", "EUR", "30 EUR"],
    ["€", "EUR", "30 €"],
    ["$", "EUR", "30 $"],
  ])("%s belongs to it for somebody with %s", (word, own, amount) => {
    expect(takeCurrencyWord("30", [word, "Hotel"], own)).toEqual({ amount, words: ["Hotel"] });
  });

  it.each(["USDC", "USD Hotel", "all", "top", "Hotel", "Top"])("%s doesn't", (word) => {
    expect(takeCurrencyWord("30", [word], "EUR")).toEqual({ amount: "30", words: [word] });
  });

  it.each([
    ["USD", undefined],
    ["ALL", "EUR"],
    ["TOP", "EUR"],
  ])("%s is asked about for somebody with %s", (word, own) => {
    expect(() => takeCurrencyWord("30", [word, "x"], own)).toThrow(`could be an amount in ${word}`);
  });
});
