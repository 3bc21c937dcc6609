import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const hostile = "Kiosk \u001B]0;owned\u0007\u202Eneb\tBier";

it("an export is made harmless on a terminal, and unchanged anywhere else", async () => {
  const home = await newFolder();
  const expense = { amount: 1, description: hostile, category: "FOOD", date: "2026-11-03" };
  await typeLine(home, ["import", "-"], { input: JSON.stringify([expense]) });
  for (const format of ["csv", "json", "ndjson"]) {
    const line = ["export", "--format", format];
    const shown = (await typeLine(home, line, { columns: 80 })).stdout;
    expect(shown).not.toMatch(/\p{Cc}(?<![\t\n])|\u202E/u);
    expect(shown.endsWith("\n")).toBe(true);
  }
  expect((await typeLine(home, ["export"])).stdout).toContain(hostile);
  expect((await typeLine(home, ["export"], { columns: 80 })).stdout).toContain("Kiosk \uFFFD]0;");
});

const type = (home: string, line: string, input?: string) =>
  typeLine(home, line.split(" "), input === undefined ? {} : { input });

it("an export names the home currency, so that euros stay euros in an account of dollars", async () => {
  const [euros, dollars] = [await newFolder(), await newFolder()];
  await type(euros, "config set currency EUR");
  await type(dollars, "config set currency USD");
  await type(euros, "add 12.50 Lunch -c food --note at_home");
  for (const format of ["csv", "json", "ndjson"]) {
    const { stdout } = await type(euros, `export --format ${format}`);
    expect(await type(dollars, "import - --yes", stdout)).toMatchObject({ code: 0 });
    expect(await type(euros, "import - --yes", stdout)).toMatchObject({ code: 0 });
  }
  const listed = async (home: string) =>
    JSON.parse((await type(home, "list --json")).stdout) as object[];
  expect(await listed(dollars)).toMatchObject([{ amount: 12.5, currency: "EUR" }]);
  expect(await listed(euros)).toMatchObject([{ amount: 12.5, currency: null }]);
});
