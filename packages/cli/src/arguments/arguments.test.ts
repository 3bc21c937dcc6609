import { expenseCategories } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareMoney, groupedText } from "../terminal/amounts.ts";
import { parseAmount, refuseAmountInWords } from "./amount.ts";
import { parseChoice } from "./choice.ts";
import { parseRecordId } from "./record-id.ts";

describe("an amount", () => {
  it.each([
    ["12", 1200],
    ["12.5", 1250],
    ["1,234.50", 123_450],
    ["12,50", 1250],
    ["1,23", 123],
    ["1234,50", 123_450],
    ["12,50 €", 1250],
    ["€12,50", 1250],
    ["1,234", 123_400],
    ["$12.50", 1250],
    ["₦1,200", 120_000],
    ["12.50 €", 1250],
    ["0.01", 1],
    ["007", 700],
    ["9,999,999,999.99", 999_999_999_999],
  ])("is read from %s", (text, cents) => {
    expect(parseAmount(text)).toBe(cents);
  });

  it.each([
    "",
    "12,5",
    "1,234,50",
    "12,50.00",
    "12.50,00",
    "1 234,50",
    "12.505",
    "12,345,6",
    "-5",
    "1e3",
    "$",
    "twelve",
    "1.234,50",
    "0",
    "0.00",
    "10000000000",
    "9".repeat(400),
  ])("is not read from %j", (text) => {
    expect(() => parseAmount(text)).toThrow(/^Amount /);
  });

  it.each([
    ["12,5", "12.5"],
    ["1.234,50", "1234.50"],
    ["1 234,50", "1234.50"],
  ])("with a comma like %s is answered with what to type", (text, meant) => {
    expect(() => parseAmount(text)).toThrow(
      expect.objectContaining({ hint: `Write it like ${meant}.` }),
    );
  });

  it.each([
    ["$12.50", "EUR"],
    ["12.50 $", "EUR"],
    ["£3", "EUR"],
    ["$5", "CHF"],
    ["€5", "USD"],
  ])("in another currency's sign, %s beside %s, is refused", (text, currency) => {
    expect(() => parseAmount(text, currency)).toThrow(
      `Amount "${text}" isn't in ${currency}, the currency of your amounts.`,
    );
  });

  it.each([
    ["€12,50", "EUR"],
    ["$12.50", "CAD"],
    ["12.50£", "GBP"],
    ["12.50", "CHF"],
  ])("in the user's own sign, %s beside %s, is read", (text, currency) => {
    expect(parseAmount(text, currency)).toBe(1250);
  });

  it("has no decimals in a currency that has none", () => {
    expect(() => parseAmount("¥12.50", "JPY")).toThrow("has decimals, and JPY has none.");
    expect(parseAmount("￥1,200", "JPY")).toBe(120_000);
    expect(parseAmount("1200.00", "JPY")).toBe(120_000);
  });

  it.each([
    ["1", ["234,50", "Rent"], "1234.50"],
    ["1", ["234", "567", "House"], "1234567"],
    ["€1", ["234.5"], "1234.5"],
    ["12", ["50", "Lunch"], "12.50"],
    ["12€", ["50", "Lunch"], "12.50"],
    ["1,234", ["50", "Rent"], "1234.50"],
  ])("that seems to go on, %s %j, is refused", (amount, words, meant) => {
    const digits = words.filter((word) => /^[\d.,]+$/.test(word));
    expect(() => refuseAmountInWords(amount, words)).toThrow(
      expect.objectContaining({
        message: `"${[amount, ...digits].join(" ")}" could be one amount.`,
        hint: `Write it like ${meant}, or put quotes around the description: ${amount} "${words.join(" ")}"`,
      }),
    );
  });

  it.each([
    ["12.50", ["50", "stamps"]],
    ["12", ["2", "coffees"]],
    ["1", ["234,50 Rent"]],
    ["12", ["50 Lunch"]],
    ["12", ["24h", "parking"]],
    ["1234", ["567", "Bus"]],
    ["30", ["2026", "calendar"]],
    ["30", []],
  ])("before words that aren't the rest of it, %s %j, is left alone", (amount, words) => {
    expect(() => refuseAmountInWords(amount, words)).not.toThrow();
  });

  it("is read back from the form in which it is shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (cents) => {
        expect(parseAmount(groupedText(cents))).toBe(cents);
      }),
    );
  });

  it("is shown with separated thousands", () => {
    expect([0.01, 12.5, 999.99, 1234.5, 1_000_000].map(bareMoney.ofWire)).toEqual([
      "0.01",
      "12.50",
      "999.99",
      "1,234.50",
      "1,000,000.00",
    ]);
  });
});

describe("a choice", () => {
  it.each([
    ["FOOD", "FOOD"],
    ["food", "FOOD"],
    ["f", "FOOD"],
    [" Misc ", "MISCELLANEOUS"],
  ])("is read from %j", (text, category) => {
    expect(parseChoice("Category", text, expenseCategories)).toBe(category);
  });

  it("is refused when it could be several", () => {
    expect(() => parseChoice("Word", "ba", ["BAR", "BAZ"])).toThrow(
      'Word "ba" could be bar or baz.',
    );
    expect(parseChoice("Word", "ba", ["BA", "BAZ"])).toBe("BA");
  });

  it.each([
    ["fod", "food"],
    ["Trasnport", "transport"],
    ["misclaneous", "miscellaneous"],
    ["date", "data"],
  ])("that is mistyped as %s is refused, with what may be meant", (text, meant) => {
    expect(() => parseChoice("Category", text, expenseCategories)).toThrow(
      expect.objectContaining({
        hint: `Did you mean ${meant}? Write one of food, data, transport, miscellaneous, or its first letters.`,
      }),
    );
  });

  it.each(["", "rent", "home", "x", "do"])(
    "isn't guessed from %j, which resembles none",
    (text) => {
      expect(() => parseChoice("Category", text, expenseCategories)).toThrow(
        expect.objectContaining({ hint: expect.stringMatching(/^Write one of/) as string }),
      );
    },
  );

  it.each(["", " ", "x"])("is not read from %j", (text) => {
    expect(() => parseChoice("Category", text, expenseCategories)).toThrow("is unknown.");
  });
});

describe("a record's id", () => {
  it("is a whole number above 0", () => {
    expect(parseRecordId("012")).toBe(12);
    for (const text of ["0", "-1", "1.5", "1e3", "x", "", "9".repeat(20)]) {
      expect(() => parseRecordId(text)).toThrow(/^(The id|Id) /);
    }
  });
});
