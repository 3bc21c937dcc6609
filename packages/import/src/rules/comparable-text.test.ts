import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparableText, evenText } from "./comparable-text.ts";

const anyText = fc.string({ unit: "binary" });
const blanks = fc.stringMatching(/^[ \t\n\r\u00A0\u2003\u3000]{1,5}$/);

describe("comparable text", () => {
  it.each([
    ["Café", "CAFE"],
    ["Cafe\u0301", "café"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "Strasse"],
    ["ΟΔΟΣ", "οδος"],
    ["İstanbul", "istanbul"],
    ["ＮＥＴＦＬＩＸ", "netflix"],
    [" a\u00A0\t b\n", "A B"],
  ])("is the same for %j and %j", (text, other) => {
    expect(comparableText(text)).toBe(comparableText(other));
  });

  it.each([
    ["cafe", "cafés"],
    ["a b", "ab"],
    ["कि", "क"],
  ])("differs for %j and %j", (text, other) => {
    expect(comparableText(text)).not.toBe(comparableText(other));
  });

  it("is the same whatever the case of a text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const same = comparableText(text);
        expect(comparableText(text.toUpperCase())).toBe(same);
        expect(comparableText(text.toLowerCase())).toBe(same);
      }),
    );
  });

  it("is the same whatever the width of blanks", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^\w+$/)), blanks, (words, blank) => {
        const wide = `${blank}${words.join(blank)}${blank}`;
        expect(comparableText(wide)).toBe(comparableText(words.join(" ")));
        expect(evenText(wide)).toBe(words.join(" "));
      }),
    );
  });

  it("doesn't change when it is normalised again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(comparableText(comparableText(text))).toBe(comparableText(text));
      }),
    );
  });
});
