import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rulesFile } from "./rules-file.ts";
import { newFolder } from "@outlay/testing";

const netflix = { pattern: "netflix", category: "DATA" as const, tags: ["tv"] };

describe("the rules file", () => {
  it("holds no rules before there is one", async () => {
    expect(await rulesFile(await newFolder()).read()).toEqual([]);
  });

  it("keeps rules for its owner alone", async () => {
    const folder = await newFolder();
    const { rule } = await rulesFile(folder).put(netflix);
    expect(rule).toEqual({ id: 1, ...netflix });
    expect(await rulesFile(folder).read()).toEqual([rule]);
    expect((await stat(join(folder, "rules.json"))).mode & 0o777).toBe(0o600);
  });

  it("keeps all of those that are put at once", async () => {
    const folder = await newFolder();
    const patterns = ["uber", "bolt", "lyft", "taxi"];
    await Promise.all(patterns.map((pattern) => rulesFile(folder).put({ ...netflix, pattern })));
    const rules = await rulesFile(folder).read();
    expect(rules.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(rules.map(({ pattern }) => pattern).toSorted()).toEqual(patterns.toSorted());
  });

  it("stays as it is when one of the rules to remove isn't there", async () => {
    const file = rulesFile(await newFolder());
    await file.put(netflix);
    await expect(file.remove([1, 2])).rejects.toThrow("There is no rule 2.");
    expect(await file.read()).toHaveLength(1);
    expect(await file.remove([1])).toEqual([{ id: 1, ...netflix }]);
    expect(await file.read()).toEqual([]);
  });

  const stored = (changes: object) =>
    JSON.stringify({ version: 1, nextId: 2, rules: [{ id: 1, ...netflix }], ...changes });

  it.each([
    ["no JSON", "{", "it is not JSON"],
    ["an unknown version", stored({ version: 2 }), "version is not valid"],
    [
      "a broken pattern",
      stored({ rules: [{ id: 1, ...netflix, pattern: "/(/" }] }),
      "rules.0.pattern is not valid",
    ],
    [
      "something else than a category's key",
      stored({ rules: [{ id: 1, ...netflix, category: "rent!" }] }),
      "rules.0.category is not valid",
    ],
    ["an id to be used again", stored({ nextId: 1 }), "its content is not valid"],
    [
      "an id twice",
      stored({
        rules: [
          { id: 1, ...netflix },
          { id: 1, ...netflix },
        ],
      }),
      "its content is not valid",
    ],
  ])("with %s is named and left alone", async (_, text, reason) => {
    const folder = await newFolder();
    const path = join(folder, "rules.json");
    await writeFile(path, text);
    const message = `${path} can't be used: ${reason}.`;
    await expect(rulesFile(folder).read()).rejects.toThrow(message);
    await expect(rulesFile(folder).put(netflix)).rejects.toThrow(message);
    expect(await readFile(path, "utf8")).toBe(text);
  });
});
