import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const input = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-16,Rail,-49.00\n";

async function homeWithImport(): Promise<string> {
  const home = await newFolder();
  await typeLine(home, ["import", "-"], { input });
  return home;
}

const countOf = async (home: string): Promise<number> =>
  (JSON.parse((await typeLine(home, ["list", "--json"])).stdout) as unknown[]).length;

describe("options of `outlay import` alone", () => {
  it.each([
    ["revert", "1", "--dry-run", "--yes"],
    ["revert", "1", "--yes", "--skip-invalid"],
    ["--dry-run", "revert", "1", "--yes"],
    ["list", "--account", "x"],
    ["--account", "x", "list"],
    ["show", "1", "-c", "food"],
    ["formats", "--format", "x"],
  ])("is refused behind its commands: import %s %s %s %s", async (...words) => {
    const home = await homeWithImport();
    const args = ["import", ...words.filter((word) => word !== undefined)];
    const { code, stdout, stderr } = await typeLine(home, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^outlay: Unknown option '--[a-z-]+'\.\nSee: outlay import .*--help\n$/);
    expect(await countOf(home)).toBe(2);
  });
});

describe("options of subcommands of `outlay import`", () => {
  it.each([
    ["revert", "1", "--yes"],
    ["revert", "-y", "1"],
    ["--yes", "revert", "1"],
  ])("is told to it, though `import` knows the word too: %s %s %s", async (...words) => {
    const home = await homeWithImport();
    expect((await typeLine(home, ["import", ...words])).code).toBe(0);
    expect(await countOf(home)).toBe(0);
  });

  it("include those of every command, in any place", async () => {
    const home = await homeWithImport();
    const list = ["import", "list"];
    const wanted = (await typeLine(home, [...list, "--json"])).stdout;
    for (const args of [
      ["--json", ...list],
      ["import", "--json", "list"],
    ]) {
      expect(await typeLine(home, args)).toMatchObject({ code: 0, stdout: wanted });
    }
  });
});

describe("an import with one edited and one removed expense", () => {
  const more = `${input}2026-03-17,Cinema,-11.00\n`;

  async function homeWithChanges(): Promise<string> {
    const home = await newFolder();
    await typeLine(home, ["import", "-"], { input: more });
    await typeLine(home, ["edit", "1", "--description", "Tea"], {
      now: new Date("2026-11-23T12:00:00Z"),
    });
    await typeLine(home, ["rm", "2", "--yes"]);
    return home;
  }

  it("is shown with the number of each", async () => {
    const home = await homeWithChanges();
    const { stdout } = await typeLine(home, ["import", "show", "1"]);
    expect(stdout).toMatch(/^expenses  2\nedited    1\nin trash  1\n$/m);
  });

  it("is reverted after a question that names the number to be removed", async () => {
    const home = await homeWithChanges();
    const { stdout, asked } = await typeLine(home, ["import", "revert", "1"], { answers: [true] });
    expect(asked).toEqual([
      "Remove 2 expenses (1 edited) and 1 in the trash from standard input for good?",
    ]);
    expect(stdout).toBe("Removed 3 expenses of import 1.\n");
  });

  it("isn't reverted without confirmation", async () => {
    const home = await homeWithChanges();
    expect(await typeLine(home, ["import", "revert", "1"], { answers: [false] })).toMatchObject({
      code: 130,
    });
    expect(await countOf(home)).toBe(2);
  });
});
