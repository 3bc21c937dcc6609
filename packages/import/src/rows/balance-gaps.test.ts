import { describe, expect, it } from "vitest";
import { csv } from "../testing/lines.ts";
import { planOfText } from "../testing/plan-of.ts";

const header = "Date,Text,Amount,Balance";
const march = [
  "2024-03-01,A,-10.00,90.00",
  "2024-03-04,B,-5.00,85.00",
  "2024-03-04,C,-15.00,70.00",
  "2024-03-09,D,100.00,170.00",
  "2024-03-11,E,-20.00,150.00",
  "2024-03-14,F,-7.50,142.50",
  "2024-03-19,G,-2.50,140.00",
];

const gapsOf = async (...rows: readonly string[]) =>
  (await planOfText(csv(header, ...rows))).end.balance_gaps ?? [];
const without = (index: number) => march.filter((_, at) => at !== index);

/** Returns the gaps of whole amounts beside balances, the last of which misses 1.50. */
const gapsBeside = async (names: string, further: string, mark: string) => {
  const balances = ["95,50", "90,50", "150,50", "142,00"].map((cell) => cell.replace(",", mark));
  const rows = ["-4", "-5", "60", "-7"].map(
    (amount, at) => `0${at + 1}.03.2024;A;${amount};${balances[at] ?? ""}${further}`,
  );
  return (await planOfText(csv(names, ...rows))).end.balance_gaps ?? [];
};

describe("a balance that the rows are checked against", () => {
  it("has no gaps if the rows follow from it, oldest or newest first", async () => {
    expect(await gapsOf(...march)).toEqual([]);
    expect(await gapsOf(...march.toReversed())).toEqual([]);
  });

  it("shows between which lines something is missing, and how much", async () => {
    expect(await gapsOf(...without(4))).toEqual([{ lines: [5, 6], missing_cents: -2000 }]);
    expect(await gapsOf(...without(3).toReversed())).toEqual([
      { lines: [4, 5], missing_cents: 10_000 },
    ]);
  });

  it.each([
    ["a comma", "Datum;Text;Betrag;Saldo", "", ","],
    ["a point", "Datum;Text;Betrag;Saldo", "", "."],
    ["a comma, beside rates with points", "Datum;Text;Betrag;Saldo;Kurs", ";1.0845", ","],
    ["a comma, under another name", "Datum;Text;Betrag;Kontostand", "", ","],
  ])("has a decimal mark of its own beside whole amounts: %s", async (_, names, more, mark) => {
    expect(await gapsBeside(names, more, mark)).toEqual([{ lines: [4, 5], missing_cents: -150 }]);
  });

  it("allows rows of one day in any order", async () => {
    const [a = "", b = "", c = "", ...others] = march;
    expect(await gapsOf(a, c, b, ...others)).toEqual([]);
  });

  it("allows rows in any order that form one chain", async () => {
    const [a = "", b = "", c = "", d = "", e = "", ...others] = march;
    expect(await gapsOf(a, b, c, d, ...others, e)).toEqual([]);
  });

  it("shows two gaps even if they cancel each other out", async () => {
    const torn = [
      "2024-03-01,A,-10.00,90.00",
      "2024-03-04,B,-5.00,85.00",
      "2024-03-05,C,-1.00,64.00",
      "2024-03-09,D,-2.00,62.00",
      "2024-03-11,E,-4.00,78.00",
      "2024-03-12,F,-3.00,75.00",
      "2024-03-13,G,-6.00,69.00",
      "2024-03-14,H,-7.00,62.00",
    ];
    expect((await gapsOf(...torn)).map(({ missing_cents: cents }) => cents)).toEqual([-2000, 2000]);
  });
});
