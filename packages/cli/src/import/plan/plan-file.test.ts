import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { type PlanEnd, planFormat, type PlanRow } from "./plan.ts";
import { checkPlan, PlanWriter, readPlanHead, readPlanRows } from "./plan-file.ts";

const head = { format: planFormat, source: "bank.csv", key: "file-1", detected: null } as const;
const row: PlanRow = {
  kind: "expense",
  line: 2,
  by: "rules",
  currency: "",
  expense: {
    amount: "12.50",
    description: "Lunch\u2028with Ada",
    category: "FOOD",
    date: "2024-03-01",
    tags: [],
    external_id: "row-1",
  },
};
const rejected: PlanRow = { kind: "rejected", line: 3, reason: "no date" };

let path: string;
let end: PlanEnd;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), "outlay-test-")), "plan");
  const writer = await PlanWriter.create(path, head);
  await writer.add([row, rejected]);
  end = await writer.end();
});

it("a plan is read as it was written", async () => {
  const rows: PlanRow[] = [];
  for await (const some of readPlanRows(path)) rows.push(...some);
  expect(await readPlanHead(path)).toEqual(head);
  expect(rows).toEqual([row, rejected]);
  expect(end).toMatchObject({ read: 2, expenses: 1, rejected: 1, total_cents: 1250 });
});

it("a plan can be read by its owner alone", async () => {
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it.each([
  ["another amount", (text: string) => text.replace("12.50", "92.50")],
  ["a line less", (text: string) => text.replace(/.*no date.*\n/, "")],
  ["no end", (text: string) => text.replace(/.*"end".*\n/, "")],
  ["half a line at its end", (text: string) => text.slice(0, -20)],
  ["nothing in it", () => ""],
  ["another format", (text: string) => text.replace(planFormat, "outlay-plan-9")],
])("a plan with %s is carried out by nobody", async (_, change) => {
  await writeFile(path, change(await readFile(path, "utf8")));
  const looked = checkPlan(path, "it", () => undefined);
  await expect(looked).rejects.toMatchObject({ code: "usage" });
});
