/** Holds the README's figures to the last measurements in docs/BENCHMARKS.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./sources.ts";

/** The first cells of each row of the first table after a heading, without the table's head. */
function rowsBehind(name: string, heading: string, columns: number): string[] {
  const text = readFileSync(join(root, name), "utf8");
  const [, table = ""] = new RegExp(`^${heading}\\n[^]*?\\n((?:\\|.*\\n)+)`, "m").exec(text) ?? [];
  return table
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .slice(1, columns + 1)
        .map((cell) => cell.trim())
        .join(" | "),
    );
}

it("are in the page of measurements", () => {
  const measured = rowsBehind("docs/BENCHMARKS.md", "# Benchmarks", 4);
  const told = rowsBehind("README.md", "## How fast", 4);
  expect(measured.length).toBeGreaterThan(8);
  expect(told.length).toBeGreaterThan(4);
  expect(told.filter((row) => !measured.includes(row))).toEqual([]);
});
