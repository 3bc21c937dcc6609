import { describe, expect, it } from "vitest";
import { ImportRefusal } from "../refusal.ts";
import { type OwnCurrency, RowCurrencies } from "./row-currencies.ts";

const of = (own: Partial<OwnCurrency>) =>
  new RowCurrencies({ home: undefined, shownIn: undefined, given: undefined, ...own });

describe("a row is recorded in", () => {
  it.each([
    ["EUR", { home: "EUR" }, null],
    ["CHF", { home: "EUR" }, "CHF"],
    ["€", { home: "CHF" }, "EUR"],
    ["£", { home: "EGP" }, null],
    ["£", { home: "EUR" }, "GBP"],
    ["US$", { home: "EUR" }, "USD"],
    ["$", { home: "USD" }, null],
    ["$", { home: "CAD" }, null],
    ["zł", { home: "EUR" }, "PLN"],
    ["kr", { home: "SEK" }, null],
    ["RMB", { home: "EUR" }, "CNY"],
    ["", { home: "EUR" }, null],
    ["", { home: "EUR", given: "USD" }, "USD"],
    ["", { home: "USD", given: "USD" }, null],
    ["$", { home: "EUR", given: "CAD" }, "CAD"],
    ["CHF", {}, null],
  ] as const)("%j with %j as %j", (named, own, recorded) => {
    expect(of(own).recordedAs(named)).toBe(recorded);
  });
});

const refusal = (own: Partial<OwnCurrency>, words: readonly string[]) => {
  try {
    of(own).check(words);
    return undefined;
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return `${error.code}: ${error.message} ${error.hint}`;
  }
};

describe("a file is refused that", () => {
  it.each([
    [
      "has two currencies while no home currency is set",
      {},
      ["EUR", "€", "CHF"],
      /^unsure: .*EUR and CHF.*config set currency EUR$/,
    ],
    [
      "is in another one than amounts are shown in",
      { shownIn: "USD" },
      ["EUR"],
      /^unsure: .*config set currency USD$/,
    ],
    ["contradicts --currency", { given: "USD" }, ["EUR"], /^bad_option: .*names EUR/],
    ["has a sign of several currencies", { home: "EUR" }, ["$"], /^unsure: .*--currency USD$/],
    [
      "has amounts that can't be recorded beside others",
      { home: "EUR" },
      ["KWD"],
      /^unsure: .*in KWD/,
    ],
  ] as const)("%s", (_, own, words, message) => {
    expect(refusal(own, words)).toMatch(message);
  });

  it.each([
    [{}, ["EUR", "€", ""]],
    [{}, ["$"]],
    [{}, ["KWD"]],
    [{ shownIn: "EUR" }, ["EUR", ""]],
    [{ home: "EUR" }, ["EUR", "CHF", ""]],
    [{ home: "EUR", given: "USD" }, ["", "$", "US$"]],
    [{ home: "SEK" }, ["kr"]],
  ] as const)("isn't any of these: %j, %j", (own, words) => {
    expect(refusal(own, words)).toBeUndefined();
  });
});
