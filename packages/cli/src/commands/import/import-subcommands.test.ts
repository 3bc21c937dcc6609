import { describe, expect, it } from "vitest";
import { newHome, typeLine } from "../testing/type-line.ts";

const input = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-16,Rail,-49.00\n";

async function homeWithImport(): Promise<string> {
  const home = await newHome();
  await typeLine(home, ["import", "-"], { input });
  return home;
}

const countOf = async (home: string): Promise<number> =>
  (JSON.parse((await typeLine(home, ["list", "--json"])).stdout) as unknown[]).length;

describe("what only `outlay import` itself can be told", () => {
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

describe("what a command behind `outlay import` can be told", () => {
  it.each([
    ["revert", "1", "--yes"],
    ["revert", "-y", "1"],
    ["--yes", "revert", "1"],
  ])("is told to it, though `import` knows the word too: %s %s %s", async (...words) => {
    const home = await homeWithImport();
    expect((await typeLine(home, ["import", ...words])).code).toBe(0);
    expect(await countOf(home)).toBe(0);
  });

  it("is what every command can be told, in any place", async () => {
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
