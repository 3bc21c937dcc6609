/** Holds the program to docs/SCRIPTS.md, which scripts rely on. To rewrite its tables: npx vitest run packages/cli/src/testing/scripts -u */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "./commands.ts";
import { copyCommand } from "./copy-command.ts";
import { type PreparedHome, prepareHome, typeCommand } from "./prepared-home.ts";
import { markdownTable, shapesText, shapeText } from "./shape-text.ts";
import { newFolder } from "@outlay/testing";
import { programOf, typeLine } from "../type-line.ts";

const document = fileURLToPath(new URL("../../../../../docs/SCRIPTS.md", import.meta.url));

let prepared: PreparedHome;
beforeAll(async () => {
  prepared = await prepareHome();
});
afterAll(() => prepared.remove());

/** All commands that can be typed: `budget add`. */
function pathsOf(command: CommandUnknownOpts, path: readonly string[] = []): string[] {
  const isGroup = command.commands.length > 0 && command.registeredArguments.length === 0;
  return [
    ...(isGroup ? [] : [path.join(" ")]),
    ...command.commands
      // People don't type hidden commands.
      .filter((child) => !child.name().startsWith("__"))
      .flatMap((child) => pathsOf(child, [...path, child.name()])),
  ];
}

// The noun's commands are the same as those without it, built by the same functions.
const isOfExpenseNoun = (path: string) => path.startsWith("expense ");

const isOneOf = (path: string) => (command: string) =>
  command === path || command.startsWith(`${path} `);

const documented = [...commands, copyCommand];

/** A home's records, and the changes that `outlay undo` knows. */
async function keptIn(home: string) {
  const data = JSON.parse(await readFile(join(home, "data", "outlay.json"), "utf8")) as {
    expenses: unknown;
    budgets: unknown;
    categories: unknown;
  };
  const records = JSON.stringify([data.expenses, data.budgets, data.categories]);
  return { records, changes: await readFile(join(home, "changes.json"), "utf8") };
}

describe("with --json, and nobody to ask,", () => {
  it.each(commands)(
    "outlay $command prints one JSON value of its shape, and undo knows its change",
    async (command) => {
      const home = await prepared.copy();
      const before = await keptIn(home);

      const typed = await typeCommand(home, command, { args: ["--json", "--no-input"] });

      const { code, stdout, stderr } = typed;
      expect({ code, stderr }).toEqual({ code: command.code ?? 0, stderr: "" });
      expect(() => v.parse(command.shape, JSON.parse(stdout))).not.toThrow();
      // An empty list would match any shape.
      expect(stdout).not.toBe("[]\n");
      const after = await keptIn(home);
      const isNoted = after.records === before.records || after.changes !== before.changes;
      expect(isNoted, "undo knows of it").toBe(true);
    },
  );

  it("export --format ndjson prints one JSON value per line", async () => {
    const home = await prepared.copy();
    const { stdout } = await typeLine(home, ["export", "--format", "ndjson"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([3, 4, 1]);
  });

  it("a group without its verb is refused", async () => {
    const home = await newFolder();
    for (const words of [[], ["budget"], ["rules"]]) {
      const { code, stdout, stderr } = await typeLine(home, [...words, "--json"]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: "usage" } });
    }
  });
});

describe("docs/SCRIPTS.md", () => {
  it("has every command", async () => {
    const paths = pathsOf(await programOf("/nowhere"));
    const missing = paths
      .filter((path) => !isOfExpenseNoun(path))
      .filter((path) => !documented.some(({ command }) => isOneOf(path)(command)));
    expect(paths).toContain("budget add");
    expect(missing).toEqual([]);
  });

  it("shows the shape of each", async () => {
    const rows = documented.map(({ command, shape }) => [
      `\`outlay ${command}\``,
      `\`${shapeText(shape)}\``,
    ]);
    const text = (await readFile(document, "utf8"))
      .replace(
        /(<!-- commands -->\n\n)[\s\S]*?(\n\n<!-- -->)/,
        (_all, start: string, end: string) =>
          start + markdownTable(["command", "stdout"], rows) + end,
      )
      .replace(
        /(<!-- shapes -->\n\n)[\s\S]*?(\n\n<!-- -->)/,
        (_all, start: string, end: string) => start + shapesText() + end,
      );
    expect(text).toContain("`outlay budget check`");
    await expect(text).toMatchFileSnapshot(document);
  });
});
