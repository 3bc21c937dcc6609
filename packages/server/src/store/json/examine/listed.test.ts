import { expect, it } from "vitest";
import { listed } from "./listed.ts";

it.each([
  ["a", "a"],
  ["a b", "a and b"],
  ["a b c d", "a, b, c and d"],
  ["a b c d e", "a, b, c and 2 more"],
])("%s is listed as: %s", (names, text) => {
  expect(listed(names.split(" "))).toBe(text);
});
