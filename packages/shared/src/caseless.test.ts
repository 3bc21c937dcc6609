import { describe, expect, it } from "vitest";
import { caseless } from "./caseless.ts";

describe("texts that differ in case", () => {
  it.each([
    ["Lunch", "LUNCH"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "straße"],
    ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ["ОБЕД", "обед"],
    ["Café", "CAFE\u0301"],
    ["ＣＡＦÉ", "café"],
    ["oﬃce", "OFFICE"],
  ])("are equal: %s, %s", (one, other) => {
    expect(caseless(one)).toBe(caseless(other));
  });

  it.each([
    ["cafe", "café"],
    ["обед", "обёд"],
    ["が", "か"],
  ])("are different if more than case differs: %s, %s", (one, other) => {
    expect(caseless(one)).not.toBe(caseless(other));
  });
});
