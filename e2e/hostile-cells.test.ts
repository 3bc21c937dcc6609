/** The contents of a file are shown and stored as text, whatever they contain. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { controls } from "./imports/controls.ts";
import { newFolder, outlay } from "./program.ts";

const obeyed = "\u001B[2J\u001B]0;owned\u0007\u009B31m\u202Eevil\u2066";

function expectHarmless(shown: readonly string[]) {
  for (const text of shown) {
    expect(text).not.toMatch(controls);
    expect(text).not.toContain("Unexpected error");
    // Otherwise the file did not contain what the test is about.
    expect(text).toMatch(/owned/);
  }
}

describe("control characters are never sent to a terminal", () => {
  const head = `Date,Description,Amount,${obeyed}\n`;
  const good = head.concat(
    ...[10, 11, 12].map((day) => `2026-01-${day},Shop ${obeyed} ${day},-${day}.00,x\n`),
  );
  const mixed = `Date,A${obeyed}\n2026-01-09,1\n2026-01-10,-1\n`;

  /** The output when a file with that text is imported and reported. */
  async function shownOf(text: string, linesFor: (path: string) => string[][]) {
    const own = await newFolder();
    const path = join(own, `bank ${obeyed}.csv`);
    await writeFile(path, text);
    const shown: string[] = [];
    for (const line of linesFor(path)) {
      const { stdout, stderr } = await outlay(own, line);
      shown.push(stdout + stderr);
    }
    return shown;
  }

  it.each([
    { where: "a date", text: `${good}2026-${obeyed}-01,Shop,-1.00,x\n` },
    { where: "an amount", text: `${good}2026-01-12,Shop,-1${obeyed},x\n` },
    { where: "the name of a column of amounts", text: mixed },
    { where: "the name of a file without dates", text: "Who,Amount\nx,1\ny,-1\n" },
  ])("from $where", async ({ text }) => {
    const shown = await shownOf(text, (path) => [["import", path]]);
    expect(shown).toHaveLength(1);
    expectHarmless(shown);
  });

  it("from names and descriptions, by any command about imports", async () => {
    const shown = await shownOf(good, (path) => [
      ["import", path, "--map", `date=${obeyed}2`],
      ["import", path, "--encoding", obeyed],
      ["import", path, "--dry-run"],
      ["import", path, "--json"],
      ["import", path],
      ["import", "list"],
      ["import", "list", "--json"],
      ["import", "show", "1"],
      ["list"],
    ]);
    expect(shown).toHaveLength(9);
    expectHarmless(shown);
  });
});

describe("a prototype's name", () => {
  it("works like any other name of a column or text of a cell", async () => {
    const own = await newFolder();
    const path = join(own, "bank.csv");
    const cells = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const rows = cells.map(
      (cell, index) => `2026-01-${10 + index},${cell},-1.00,${cell},${cell}\n`,
    );
    await writeFile(path, `Date,__proto__,Amount,constructor,toString\n${rows.join("")}`);
    const { code, stdout } = await outlay(own, [
      "import",
      path,
      "--json",
      "--map",
      "payee=__proto__",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ imported: 4, total: "4.00" });
    const listed = JSON.parse((await outlay(own, ["list", "--json"])).stdout) as object[];
    expect(listed).toMatchObject(cells.toReversed().map((description) => ({ description })));
  });
});
