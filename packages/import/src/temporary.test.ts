import { expect, it } from "vitest";
import { linesOf, newTemporaryFile, pieceBytes } from "./temporary.ts";

async function linesIn(text: string): Promise<string[]> {
  const file = await newTemporaryFile();
  try {
    await file.writeFile(text);
    const lines: string[] = [];
    for await (const some of linesOf(file)) lines.push(...some);
    return lines;
  } finally {
    await file.close();
  }
}

it("keeps lines whole that continue in the next piece, even within a letter of several bytes", async () => {
  for (const before of [3, 2, 1, 0]) {
    const lines = ["a".repeat(pieceBytes - before - 1), "€uro", "last"];
    expect(await linesIn(`${lines.join("\n")}\n`)).toEqual(lines);
  }
});

it("returns a line that is longer than several pieces", async () => {
  const lines = ["ö".repeat(pieceBytes * 2), "", "end"];
  expect(await linesIn(`${lines.join("\n")}\n`)).toEqual(lines);
});

it("returns the text after the last newline, and nothing for an empty file", async () => {
  expect(await linesIn("one\ntwo")).toEqual(["one", "two"]);
  expect(await linesIn("")).toEqual([]);
});
