import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./program.ts";
import { play, readFiles, readTurns } from "./transcript.ts";

const folder = join(root, "e2e/transcripts");

describe("a story, run against the built program, prints the written output", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const documents = [
    "README.md",
    "packages/cli/README.md",
    "docs/BUDGETS.md",
    "docs/IMPORT.md",
    "docs/OPERATING.md",
    "docs/SCRIPTS.md",
  ];
  it.each([...files.map((name) => join("e2e/transcripts", name)), ...documents])(
    "%s",
    async (file) => {
      const text = readFileSync(join(root, file), "utf8");
      const turns = readTurns(text);
      expect(turns.length).toBeGreaterThan(1);
      expect(await play(turns, readFiles(text))).toEqual(turns);
    },
  );
});
