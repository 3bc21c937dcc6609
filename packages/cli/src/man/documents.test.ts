/** The tables that the documents share with the manual. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { keptFiles } from "../config/kept-files.ts";
import { variables } from "../config/variables.ts";
import { exitMeanings } from "../errors/exit-meanings.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

const rowsOf = (table: string): string[][] =>
  table
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(1, -1).split("|"))
    .map((cells) => cells.map((cell) => cell.trim()));

/** The rows of the table with a given header. */
async function tableOf(document: string, ...head: string[]): Promise<string[][]> {
  const text = await readFile(root + document, "utf8");
  for (const [table] of text.matchAll(/^\|.*\|\n(?:\|.*\|\n)+/gm)) {
    const [first, , ...rows] = rowsOf(table);
    if (first?.join() === head.join()) return rows;
  }
  throw new Error(`${document} has no table of ${head.join(", ")}`);
}

it.each(["README.md", "docs/SCRIPTS.md"])(
  "%s has every exit code with its meaning",
  async (name) => {
    const rows = Object.entries(exitMeanings);
    expect(await tableOf(name, "exit code", "meaning")).toEqual(rows);
  },
);

it("docs/SCRIPTS.md has every variable that commands read", async () => {
  const rows = variables.map(([names, what]) => [
    names.map((name) => `\`${name}\``).join(", "),
    what,
  ]);
  expect(await tableOf("docs/SCRIPTS.md", "variable", "what")).toEqual(rows);
});

it("README.md says where each file is", async () => {
  const rows = await tableOf("README.md", "what", "where");
  const told = rows.map(([what, where = ""]) => ({
    what,
    names: [...where.matchAll(/`([a-z]+\.json)`/g)].map(([, name]) => name),
  }));
  expect(told).toEqual(keptFiles.map(({ what, names }) => ({ what, names })));
});
