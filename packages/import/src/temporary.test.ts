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

it("gives lines whole that lie over the end of a piece, down to a letter of several bytes", async () => {
  for (const before of [3, 2, 1, 0]) {
    const lines = ["a".repeat(pieceBytes - before - 1), "€uro", "last"];
    expect(await linesIn(`${lines.join("\n")}\n`)).toEqual(lines);
  }
});

it("gives a line that is longer than several pieces", async () => {
  const lines = ["ö".repeat(pieceBytes * 2), "", "end"];
  expect(await linesIn(`${lines.join("\n")}\n`)).toEqual(lines);
});

it("gives what stands behind the last newline, and nothing of an empty file", async () => {
  expect(await linesIn("one\ntwo")).toEqual(["one", "two"]);
  expect(await linesIn("")).toEqual([]);
});
