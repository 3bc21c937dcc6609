import { expect, it } from "vitest";
import { planOfText } from "../testing/plan-of.ts";

const rowCount = 20_000;
const rows = (line: (index: number) => string) =>
  Array.from({ length: rowCount }, (_, at) => line(at));

const bank = `Date,Description,Amount\n${rows((at) => `2024-03-15,Shop ${at},-1.${10 + (at % 90)}\n`).join("")}`;
const ownLines = rows((at) =>
  JSON.stringify({ date: "2024-03-15", amount: 1, description: `Shop ${at}`, category: "FOOD" }),
);

it.each([
  { what: "a bank's file", text: bank },
  { what: "a file of lines", text: `${ownLines.join("\n")}\n` },
])("progress in reading $what is reported from beginning to end", async ({ text }) => {
  const fractions: number[] = [];
  await planOfText(text, {}, { onProgress: (fraction) => fractions.push(fraction) });
  expect(fractions[0]).toBe(0);
  expect(fractions.at(-1)).toBe(1);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.filter((one) => one > 0.2 && one < 0.5)).not.toEqual([]);
  expect(fractions.filter((one) => one > 0.5 && one < 0.8)).not.toEqual([]);
});

it("a bank's file is half done after the first pass", async () => {
  const fractions: number[] = [];
  await planOfText(bank, {}, { onProgress: (fraction) => fractions.push(fraction) });
  expect(fractions).toContain(0.5);
});
