import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasParts, parsePattern, patternKey } from "./pattern.ts";

const keyOf = (text: string) => patternKey(parsePattern(text));

describe("a pattern", () => {
  it.each([
    ["  Uber  Eats ", ["UBER EATS"]],
    ["uber * eats*", ["UBER", "EATS"]],
    ["/uber", ["/UBER"]],
    ["/", ["/"]],
    ["//", ["//"]],
    ["and/or", ["AND/OR"]],
    ["/svwz/12", ["/SVWZ/12"]],
  ])("%j consists of words", (text, parts) => {
    expect(parsePattern(text)).toEqual({ kind: "words", parts });
  });

  it.each(["/^uber/", "/^uber/i", " /^uber/ "])("%j is a regular expression", (text) => {
    expect(parsePattern(text)).toEqual({ kind: "expression", expression: /^uber/iu });
  });

  it.each([
    ["", "The pattern is empty."],
    [" \t", "The pattern is empty."],
    ["x".repeat(256), "The pattern has 256 characters; at most 255 are allowed."],
    ["*", 'Pattern "*" matches even an empty text.'],
    [" * * ", "matches even an empty text."],
    ["/.*/", 'Pattern "/.*/" matches even an empty text.'],
    ["/uber/g", 'Pattern "/uber/g" has the flags "g", which rules don\'t support.'],
    ["/uber(/", 'Pattern "/uber(/" is not a valid regular expression: unterminated group.'],
    ["/a: )/i", "Pattern \"/a: )/i\" is not a valid regular expression: unmatched ')'."],
    ["/(a+)+b/", 'Pattern "/(a+)+b/" could take forever'],
    [`/${"a?".repeat(13)}b/`, "could take forever: it has more than 12 quantifiers"],
  ])("can't be %j", (text, message) => {
    expect(() => parsePattern(text)).toThrow(message);
  });

  it("is the same in another case, and with other blanks or stars", () => {
    expect(keyOf("  UBER *  Eats")).toBe(keyOf("uber**eats*"));
    expect(keyOf("/uber/i")).toBe(keyOf("/uber/"));
    expect(keyOf("uber eats")).not.toBe(keyOf("uber*eats"));
    expect(keyOf("uber")).not.toBe(keyOf("/uber/"));
    expect(keyOf("/UBER/*")).not.toBe(keyOf("/UBER/"));
    expect(keyOf(String.raw`/\d/`)).not.toBe(keyOf(String.raw`/\D/`));
  });

  it("matches any text that contains its parts in order, and in no other order", () => {
    const letters = fc.stringMatching(/^[a-z]+$/);
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), (parts, between) => {
        const text = parts.flatMap((part, index) => [between[index] ?? "", part]).join("");
        expect(hasParts(text, parts)).toBe(true);
      }),
    );
    expect(hasParts("EATS UBER", ["UBER", "EATS"])).toBe(false);
    expect(hasParts("UBE", ["UB", "BE"])).toBe(false);
  });
});
