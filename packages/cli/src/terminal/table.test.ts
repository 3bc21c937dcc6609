import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidth } from "./column-width.ts";
import { printable, printableJson } from "./printable.ts";
import { table } from "./table.ts";

const columns = [
  { title: "ID", align: "right" },
  { title: "WHAT", isFlexible: true },
] as const;

describe("a table", () => {
  it("lines up wide characters", () => {
    expect(
      table(
        columns,
        [
          ["1", "晩ごはん"],
          ["22", "tea"],
        ],
        undefined,
      ),
    ).toBe("ID  WHAT\n 1  晩ごはん\n22  tea\n");
  });

  it("lines up text of any script, with invisible characters and emoji in it", () => {
    const shown = table(
      [{ title: "WHAT" }, { title: "AMOUNT", align: "right" }],
      [
        ["Tea", "1.00"],
        ["晩ごはん", "2.00"],
        ["हिन्दी", "3.00"],
        ["a\u200Bb\u00AD\u2060c", "4.00"],
        ["👩‍👩‍👧 🇩🇪 1️⃣", "5.00"],
      ],
      undefined,
    );
    expect(shown.split("\n")).toEqual([
      "WHAT      AMOUNT",
      "Tea         1.00",
      "晩ごはん    2.00",
      "हिन्दी       3.00",
      "a\u200Bb\u00AD\u2060c         4.00",
      "👩‍👩‍👧 🇩🇪 1️⃣    5.00",
      "",
    ]);
  });

  it("cuts flexible columns between whole characters", () => {
    const family = "👩‍👩‍👧".repeat(10);
    expect(table(columns, [["1", family]], 15)).toBe("ID  WHAT\n 1  👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧…\n");
  });

  it("fits any text into the width it is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 100, size: "max" }),
          fc.string({ unit: "binary", maxLength: 100, size: "max" }),
        ),
        fc.integer({ min: 20, max: 80 }),
        (text, width) => {
          const lines = table(columns, [["1", text]], width)
            .trimEnd()
            .split("\n");
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) expect(columnWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

const manyColumns = [
  { title: "CATEGORY", least: 4 },
  { title: "WHAT", isFlexible: true, least: 6 },
  { title: "TAGS", isFlexible: true, isOptional: true },
] as const;

describe("a table with too little room", () => {
  const rows = [["MISCELLANEOUS", "晩ごはん and a film", "#home #work"]];

  it.each([
    [47, "MISCELLANEOUS  晩ごはん and a film  #home #work"],
    [40, "MISCELLANEOUS  晩ごはん an…  #home #work"],
    [30, "MISCELLANEOUS  晩ごはん and a…"],
    [22, "MISCELLAN…  晩ごはん …"],
    [14, "MIS…  晩ごは…"],
    [5, "MIS…  晩ご…"],
  ])("narrows what may be, leaves out what may be, then narrows more: %s", (width, line) => {
    expect(table(manyColumns, rows, width).split("\n")[1]).toBe(line);
  });
});

it("has room for any number of rows", () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => [String(index), "x"]);
  expect(table(columns, rows, undefined).length).toBeGreaterThan(1_000_000);
});

it("writes JSON without control characters that a program reads the same", () => {
  const value = { text: "a\u001b[31m\u009b31m\u202eb\nc" };
  const json = printableJson(value);
  expect(json).toBe(String.raw`{"text":"a\u001b[31m\u009b31m\u202eb\nc"}`);
  expect(JSON.parse(json)).toEqual(value);
});

it("shows no control character or change of direction to the terminal", () => {
  expect(printable("a\u001b[31mb\u0007\u202ec\r\n\td")).toBe("a�[31mb��c d");
});
