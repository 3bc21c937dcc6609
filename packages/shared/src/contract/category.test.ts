import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryKeyFor } from "./category.ts";
import { isCategoryKey } from "./fields.ts";

describe("the key of a category", () => {
  it.each([
    ["Groceries", "GROCERIES"],
    ["Lebensmittel & Drogerie", "LEBENSMITTEL_DROGERIE"],
    ["Café", "CAFE"],
    ["Straße", "STRASSE"],
    ["Smørrebrød", "SMORREBROD"],
    ["Bücher, Zeitungen und Zeitschriften", "BUCHER_ZEITUNGEN_UND_ZEITSCHRI"],
    ["Ada's car", "ADAS_CAR"],
    ["2nd car", "2ND_CAR"],
    ["Мой Café", "CAFE"],
    ["ｆｕｌｌ", "FULL"],
    ["diş hekimi", "DIS_HEKIMI"],
  ])("made from %s is %s", (name, key) => {
    expect(categoryKeyFor(name)).toBe(key);
  });

  it.each(["食費", "Продукты", "2026", "🚗", "—"])("can't be made from %s", (name) => {
    expect(categoryKeyFor(name)).toBeUndefined();
  });

  it("that is made from any name is valid", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const key = categoryKeyFor(name);
        expect(key === undefined || isCategoryKey(key)).toBe(true);
      }),
    );
  });
});
