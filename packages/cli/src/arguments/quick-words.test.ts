import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeQuickWords } from "./quick-words.ts";

describe("quick words", () => {
  it.each([
    ["Lunch @food", "Lunch", "FOOD", []],
    ["@F Lunch  with Ada #work", "Lunch with Ada", "FOOD", ["work"]],
    ["Taxi #work @Trans home #trip-2026", "Taxi home", "TRANSPORT", ["work", "trip-2026"]],
    ["@food Lunch @FOOD", "Lunch", "FOOD", []],
    ["@misc", "", "MISCELLANEOUS", []],
    ["Привет #работа", "Привет", undefined, ["работа"]],
  ])("are taken out of %j", (description, text, category, tags) => {
    expect(takeQuickWords(description)).toEqual({ text, category, tags });
  });

  it.each([
    "Book for ada@example.org",
    "Paint @home",
    "Lunch  @ Joe's",
    "Invoice #123",
    "C# course",
    "Fish#chips",
    "Nothing #",
    "Dad's present @Dan",
  ])("are not found in %j", (description) => {
    expect(takeQuickWords(description)).toEqual({
      text: description,
      category: undefined,
      tags: [],
    });
  });

  it("stay in the description after a backslash", () => {
    expect(takeQuickWords(String.raw`Mail from \@food about \#work @data`)).toEqual({
      text: "Mail from @food about #work",
      category: "DATA",
      tags: [],
    });
  });

  it.each([
    ["Lunch @fod", "@fod", "@food"],
    ["Lunch @food, with Ada", "@food,", "@food"],
    ["@trasnport Taxi", "@trasnport", "@transport"],
  ])("that are nearly a category are refused: %s", (description, word, meant) => {
    expect(() => takeQuickWords(description)).toThrow(
      expect.objectContaining({
        message: `"${word}" is not a category. Did you mean ${meant}?`,
        hint: `To keep it in the description, write \\${word}`,
      }),
    );
  });

  it("are refused if they name two categories", () => {
    expect(() => takeQuickWords("Lunch @food @transport")).toThrow(
      "The description has two categories: @food and @transport.",
    );
  });

  it("are the only words removed: text without @, # or backslash stays unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[@#\\]/.test(text));
        expect(takeQuickWords(text)).toEqual({ text: text.trim(), category: undefined, tags: [] });
      }),
    );
  });
});
