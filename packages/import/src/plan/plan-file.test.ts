import type { FileHandle } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bytesOf, newTemporaryFile } from "../temporary.ts";
import { countPlanned, emptyOutcome, type ExpenseRow } from "./outcome.ts";
import { type PlanEnd, planFormat, type PlanRow } from "./plan.ts";
import { checkPlan, PlanWriter, readPlanHead, readPlanRows } from "./plan-file.ts";

const head = {
  format: planFormat,
  source: "bank.csv",
  key: "file-1",
  detected: null,
  skip_invalid: false,
} as const;
const row: ExpenseRow = {
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
const renamed: ExpenseRow = {
  ...row,
  line: 4,
  expense: { ...row.expense, external_id: "row-2", known_as: ["row-0", "row-1"] },
};
const rejected: PlanRow = { kind: "rejected", line: 3, reason: "no date" };

let plan: FileHandle;
let end: PlanEnd;
beforeEach(async () => {
  plan = await newTemporaryFile();
  const writer = new PlanWriter(plan, head);
  await writer.add([row, rejected, renamed]);
  end = await writer.end({ new: 2, duplicates: 0 });
});
afterEach(() => plan.close());

async function textOf(file: FileHandle): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(file)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

it("a plan is read as it was written", async () => {
  const rows: PlanRow[] = [];
  for await (const some of readPlanRows(plan)) rows.push(...some);
  expect(await readPlanHead(plan, "it")).toEqual(head);
  expect(rows).toEqual([row, rejected, renamed]);
  expect(end).toMatchObject({ read: 3, expenses: 2, rejected: 1, total_cents: 2500 });
});

it("a plan is looked over as it was written, with and without earlier external ids", async () => {
  const rows: PlanRow[] = [];
  expect(await checkPlan(plan, "it", (each) => rows.push(each))).toEqual(end);
  expect(rows).toEqual([row, rejected, renamed]);
});

it("a row is there already where any of its external ids is", () => {
  const ids = new Set(["row-1"]);
  const outcome = emptyOutcome();
  const unknown = { ...renamed, expense: { ...renamed.expense, known_as: ["row-3"] } };
  for (const each of [row, renamed, unknown]) countPlanned(outcome, each, (id) => ids.has(id));
  expect(outcome).toMatchObject({ read: 3, imported: 1, duplicates: 2 });
});

it.each([
  ["another amount", (text: string) => text.replace("12.50", "92.50")],
  ["a line less", (text: string) => text.replace(/.*no date.*\n/, "")],
  ["no end", (text: string) => text.replace(/.*"end".*\n/, "")],
  ["half a line at its end", (text: string) => text.slice(0, -20)],
  ["nothing in it", () => ""],
  ["another format", (text: string) => text.replace(planFormat, "outlay-plan-9")],
])("a plan with %s is carried out by nobody", async (_, change) => {
  const changed = await newTemporaryFile();
  await changed.writeFile(change(await textOf(plan)));
  const looked = checkPlan(changed, "it", () => undefined);
  await expect(looked).rejects.toMatchObject({ code: "bad_plan" });
  await changed.close();
});
