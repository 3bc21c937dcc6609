import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRules } from "./compile-rules.ts";
import type { Rule } from "./rule.ts";

const rulesOf = (...patterns: string[]): Rule[] =>
  patterns.map((pattern, index) => ({ id: index + 1, pattern, category: "DATA", tags: [] }));

const idFor = (text: string, ...patterns: string[]) => compileRules(rulesOf(...patterns))(text)?.id;
const isMatch = (pattern: string, text: string) => idFor(text, pattern) === 1;

describe("a rule", () => {
  it.each([
    ["netflix", "NETFLIX  International B.V."],
    ["netflix international", "NETFLIX \t International B.V."],
    ["café", "CAFE NERO"],
    ["CAFE", "Café Nero"],
    ["uber*eats", "UBER BV   *EATS PENDING"],
    ["paypal * spotify", "PAYPAL *SPOTIFY"],
    ["1.5 (net)+$", "Wine 1.5 (NET)+$ off"],
    ["/^uber (eats|trip)/", " Uber\n TRIP help.uber.com"],
    [String.raw`/\p{Sc}\d/`, "refund ₦5"],
    ["/café/", "CAFÉ"],
    ["/caf\u00E9/", "ＣＡＦＥ\u0301"],
    ["/cafe\u0301/", "CAF\u00C9"],
  ])("with %s matches %j", (pattern, text) => {
    expect(isMatch(pattern, text)).toBe(true);
  });

  it.each([
    ["netflix", "NET FLIX"],
    ["uber*eats", "eats by uber"],
    ["1.5", "1x5"],
    ["/^eats/", "UBER EATS"],
    ["/cafe/", "Café"],
    ["netflix", ""],
  ])("with %s doesn't match %j", (pattern, text) => {
    expect(isMatch(pattern, text)).toBe(false);
  });

  it("with a regular expression sees the first 500 characters, with blanks merged", () => {
    const wide = " ".repeat(600);
    expect(isMatch("/x/", `${"-".repeat(498)}${wide}x`)).toBe(true);
    expect(isMatch("/x/", `${"-".repeat(500)}x`)).toBe(false);
    expect(isMatch("x", `${"-".repeat(500)}x`)).toBe(true);
  });
});

it.each(["/a*a*a*a*a*a*b/", "/a{0,99}a{0,99}a{0,99}a{0,99}a{0,99}b/", "/(a|a)(a|a)(.*)(.*)(.*)x/"])(
  "a rule that would take forever is stopped, and named: %s",
  (pattern) => {
    const ruleFor = compileRules(rulesOf("bolt", pattern), 20);
    expect(ruleFor("Bolt")?.id).toBe(1);
    expect(() => ruleFor("a".repeat(400))).toThrow(/^Rule 2 takes too long: /);
    expect(ruleFor("Lunch")).toBeUndefined();
  },
);

describe("among several rules", () => {
  it("the first that matches applies, whatever its kind", () => {
    expect(idFor("UBER EATS", "bolt", "uber", "/eats/")).toBe(2);
    expect(idFor("UBER EATS", "bolt", "/eats/", "uber")).toBe(2);
    expect(idFor("BOLT", "uber", "/eats/", "bolt")).toBe(3);
    expect(idFor("UBER", "uber*eats", "/b/")).toBe(2);
  });

  it("none applies if there are none", () => {
    expect(compileRules([])("anything")).toBeUndefined();
    expect(compileRules([])("")).toBeUndefined();
  });

  // Few letters make rules match often.
  const word = fc.stringMatching(/^[abß]{1,3}$/);
  const patterns = fc.array(
    fc.oneof(
      word,
      word.map((text) => `/${text}/`),
    ),
  );
  const text = fc.array(word).map((words) => words.join(" "));

  it("the one that applies is the first that matches by itself", () => {
    fc.assert(
      fc.property(patterns, text, (given, description) => {
        const first = given.findIndex((pattern) => isMatch(pattern, description));
        expect(idFor(description, ...given)).toBe(first === -1 ? undefined : first + 1);
      }),
    );
  });

  it("another one after them changes nothing for texts that they match", () => {
    fc.assert(
      fc.property(patterns, word, text, (given, added, description) => {
        const before = idFor(description, ...given);
        fc.pre(before !== undefined);
        expect(idFor(description, ...given, added)).toBe(before);
      }),
    );
  });

  it("the case and blanks of a description never change which one applies", () => {
    const simpleWord = fc.stringMatching(/^[abé]{1,3}$/);
    const simple = fc.array(
      fc.oneof(
        simpleWord,
        simpleWord.map((pattern) => `/${pattern}/`),
      ),
    );
    fc.assert(
      fc.property(simple, fc.array(simpleWord), (given, words) => {
        const taken = idFor(words.join(" "), ...given);
        expect(idFor(` ${words.join("\u00A0 \t")} `.toUpperCase(), ...given)).toBe(taken);
      }),
    );
  });
});
