import { centsToText } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { centsOf, type DecimalMark, readNumberCell, readNumberLike } from "./number-cell.ts";

const read = (cell: string, mark: DecimalMark = ".") => {
  const number = readNumberCell(cell);
  if (!number) return undefined;
  const cents = centsOf(number, mark);
  const amount = typeof cents === "number" ? centsToText(cents) : cents;
  return `${number.sign}${amount}${number.direction ? ` ${number.direction}` : ""}`;
};

describe("readNumberCell", () => {
  it.each([
    ["12", ".", "12.00"],
    ["12.5", ".", "12.50"],
    ["-.46", ".", "-0.46"],
    ["1.234,56", ",", "1234.56"],
    ["1,23,456.00", ".", "123456.00"],
    ["1'234.50", ".", "1234.50"],
    ["1’234’567.50", ".", "1234567.50"],
    ["1´234.50", ".", "1234.50"],
    ["1_234_567", ".", "1234567.00"],
    ["1 23 45 678.00", ".", "12345678.00"],
    ["12.- CHF", ".", "12.00"],
    ["1 234,56", ",", "1234.56"],
    ["1\u00A0234,56 kr", ",", "1234.56"],
    ["\u2212 1 234,56", ",", "-1234.56"],
    ["- $220.00", ".", "-220.00"],
    ["+ £1,100.00", ".", "+1100.00"],
    ["$-12.50", ".", "-12.50"],
    ["(12.34)", ".", "-12.34"],
    ["($12.34)", ".", "-12.34"],
    ["12,34-", ",", "-12.34"],
    ["EUR 12,34", ",", "12.34"],
    ["12,34 EUR", ",", "12.34"],
    ["-12,34 PLN", ",", "-12.34"],
    ["R$ 12,34", ",", "12.34"],
    ["¥50.0", ".", "50.00"],
    ["￥５０", ".", "50.00"],
    ["د.ا.\u200F93.210", ".", "93.21"],
    ["12.34 CR", ".", "12.34 in"],
    ["12.34DR", ".", "12.34 out"],
    ["12,34 S", ",", "12.34 out"],
    ['="12.50"', ".", "12.50"],
    ['"0.01                \t', ".", undefined],
    ["0.01                \t", ".", "0.01"],
    ["4.755", ".", "more than two decimals"],
    ["99999999999.99", ".", "too large"],
    ["12,34", ".", "another decimal mark"],
  ] as const)("reads %j with decimal %j as %s", (cell, mark, expected) => {
    expect(read(cell, mark)).toBe(expected);
  });

  it.each([
    "",
    "abc",
    "12a",
    "VWZ1",
    "1.2.2024",
    "12/34",
    "2024-01-15",
    "1,2,3",
    "--5",
    "12 Main St",
  ])("doesn't read %j as a number", (cell) => {
    expect(readNumberCell(cell)).toBeUndefined();
  });

  it.each([
    "-7 25",
    "-7'25",
    "-7’25",
    "-7´25",
    "-7_25",
    "-7`25",
    "12 34 EUR",
    "1 2 3 4.50",
    "1234 567",
    "1 234'567.00",
    "0 123.45",
    "12 345.678 901",
    "7.- 50",
    "7.- 500",
    "1 000 00",
    "1 23 4567",
  ])("doesn't read %j as a number, because its groups aren't thousands", (cell) => {
    expect(readNumberCell(cell)).toBeUndefined();
  });

  it.each(["-7²⁵ €", "12.⁵⁰", "½", "7½", "①②", "7₂₅", "10²"])(
    "doesn't read %j as a number, because it has raised or other special digits",
    (cell) => {
      expect(readNumberCell(cell)).toBeUndefined();
    },
  );

  it.each([
    ["-7 25", "groups"],
    ["-7²⁵ €", "special digits"],
    ["7½", "special digits"],
    ["-7.25", undefined],
  ])("tells why %j, written like a number, isn't one: %s", (cell, fault) => {
    expect(readNumberLike(cell)).toMatchObject({ fault });
  });

  it.each([
    ["1.000", "either"],
    ["12,345", "either"],
    ["1,234,567", "."],
    ["1.234.567", ","],
    ["0.123", "."],
    ["1234.567", "."],
    ["12.5", "."],
    ["1.234,5", ","],
    ["1'234,567", ","],
    ["12", "none"],
  ])("finds what %j shows about the decimal mark: %s", (cell, decimal) => {
    expect(readNumberCell(cell)?.decimal).toBe(decimal);
  });
});
