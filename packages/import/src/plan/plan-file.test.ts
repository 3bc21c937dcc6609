import { afterEach, beforeEach, expect, it } from "vitest";
import { countRow, emptyOutcome, type ExpenseRow, isNewRow } from "./outcome.ts";
import { type PlanEnd, planVersion, type PlanRow } from "./plan.ts";
import { newPlanFile, type PlanFile } from "./plan-file.ts";

const head = {
  format: planVersion,
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

let plan: PlanFile;
let end: PlanEnd;
beforeEach(async () => {
  plan = await newPlanFile();
  const writer = plan.begin(head);
  await writer.add([row, rejected, renamed]);
  end = await writer.end({ new: 2, duplicates: 0 });
});
afterEach(() => plan.close());

// oxlint-disable-next-line require-await -- a stream of what is there already
async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function textOf(file: PlanFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

it("a plan is read as it was written", async () => {
  const rows: PlanRow[] = [];
  for await (const some of plan.rows()) rows.push(...some);
  expect(rows).toEqual([row, rejected, renamed]);
  expect(end).toMatchObject({ read: 3, expenses: 2, rejected: 1, total_cents: 2500 });
});

it("a plan is reviewed as it was written, with and without earlier external ids", async () => {
  const reviewed = await plan.review("it", () => false);
  expect(reviewed).toMatchObject({ head, end });
  expect(reviewed.preview).toMatchObject({
    read: 3,
    imported: 2,
    first: [row.expense, renamed.expense],
    rejected: [{ line: 3, reason: "no date" }],
  });
});

it("a row is already recorded if any of its external ids is", () => {
  const ids = new Set(["row-1"]);
  const outcome = emptyOutcome();
  const unknown = { ...renamed, expense: { ...renamed.expense, known_as: ["row-3"] } };
  for (const each of [row, renamed, unknown])
    countRow(
      outcome,
      each,
      isNewRow(each, (id) => ids.has(id)),
    );
  expect(outcome).toMatchObject({ read: 3, imported: 1, duplicates: 2 });
});

it.each([
  ["another amount", (text: string) => text.replace("12.50", "92.50")],
  ["one line less", (text: string) => text.replace(/.*no date.*\n/, "")],
  ["no end", (text: string) => text.replace(/.*"end".*\n/, "")],
  ["half a line at its end", (text: string) => text.slice(0, -20)],
  ["no content", () => ""],
  ["another version", (text: string) => text.replace(planVersion, "outlay-plan-9")],
])("a plan with %s is refused", async (_, change) => {
  const changed = await newPlanFile();
  const text = change(await textOf(plan));
  await changed.take(chunksOf(text));
  const looked = changed.review("it", () => false);
  await expect(looked).rejects.toMatchObject({ code: "bad_plan" });
  await changed.close();
});
