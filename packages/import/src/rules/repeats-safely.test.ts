import { describe, expect, it } from "vitest";
import { repeatsSafely, waysThrough } from "./repeats-safely.ts";

describe("a regular expression", () => {
  it.each([
    String.raw`^(uber|bolt)\b`,
    "(a|b)(c|d)?",
    "a+b*c{2,}",
    "(?:ab)+",
    String.raw`(\d{4} ){3}`,
    String.raw`(?<year>\d{4})+`,
    "(a+){1}",
    "(a+)?",
    "[(+]+[)]+",
    String.raw`\(a+\)+`,
    String.raw`(\p{L}\u{1F600}[*+|])+`,
    "(?=a+)b",
  ])("repeats safely in %s", (source) => {
    expect(repeatsSafely(source)).toBe(true);
  });

  it.each([
    "(a+)+$",
    "(a*)*b",
    "(a|a)*b",
    "(a?){50}b",
    "(?:a{1,9})+b",
    "((a+))+b",
    "((a+)?b?)+c",
    "((a|b)c)+?d",
    "(a+){2}",
    "(a+){2,3}",
    "(?<n>a+)*b",
    String.raw`(\w+\s?)*x`,
    String.raw`([\]()]+)+x`,
  ])("repeats a variable group in %s", (source) => {
    expect(repeatsSafely(source)).toBe(false);
  });
});

it.each([
  [String.raw`^(uber|bolt)\b`, 1000],
  [String.raw`\d{4}x?`, 1000],
  ["a{2,4}", 1500],
  ["a*b+", 500 * 501 * 501],
])("%s has this many ways through a text of 500 characters", (source, ways) => {
  expect(waysThrough(source, 500)).toBe(ways);
});
