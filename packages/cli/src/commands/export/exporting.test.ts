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
