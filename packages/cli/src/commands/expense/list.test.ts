import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

it("a program gets every expense, a person the newest ones, unless -n says how many", async () => {
  const home = await newFolder();
  const expenses = Array.from({ length: 25 }, (_, index) => ({
    amount: 1 + index,
    description: `Bus ${index}`,
    category: "TRANSPORT",
    date: "2026-11-03",
  }));
  await typeLine(home, ["import", "-"], { input: JSON.stringify(expenses) });
  const type = async (line: string) => (await typeLine(home, line.split(" "))).stdout;
  const countOf = async (line: string) => (JSON.parse(await type(line)) as unknown[]).length;
  expect(await countOf("list --json")).toBe(25);
  expect(await countOf("list -n 3 --json")).toBe(3);
  expect((await type("list")).trimEnd().split("\n")).toHaveLength(1 + 20);
});
