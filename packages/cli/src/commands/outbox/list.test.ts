import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { columnWidth } from "../../terminal/column-width.ts";
import { typeLine } from "../../testing/type-line.ts";
import { outboxFile } from "../../outbox/outbox-file.ts";

it.each([40, 60, 80])("waiting expenses and their state fit %s columns", async (columns) => {
  const home = await newFolder();
  const whose = { server: "https://outlay.example.org", user: "ada", profile: "work" };
  const expense = {
    amount: "1200.00",
    description: "夕食 and a long description of it",
    category: "MISCELLANEOUS",
    date: "2026-11-22",
    tags: ["work"],
    external_id: "a",
  };
  const kept = { kept_at: "2026-11-22T12:00:00.000Z", may_have_arrived: false, expense };
  await outboxFile(home).put(whose, kept);
  const { stdout } = await typeLine(home, ["outbox", "list"], { columns });
  expect(stdout).toContain("1,200.00");
  expect(stdout).toContain("waits");
  for (const line of stdout.split("\n")) expect(columnWidth(line)).toBeLessThanOrEqual(columns);
});
