import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOfText, refusalOf } from "../testing/plan-of.ts";

const expense = {
  id: 7,
  amount: 12.5,
  description: "Lunch",
  category: "FOOD",
  date: "2024-03-01",
  tags: ["work", "team"],
  external_id: "mine-1",
  created_at: "2024-03-01T10:00:00.000Z",
};
const planned = {
  amount: "12.50",
  description: "Lunch",
  category: "FOOD",
  date: "2024-03-01",
  tags: ["work", "team"],
  external_id: "mine-1",
};

describe("Outlay's own files", () => {
  it("are read as JSON, as the API lists them", async () => {
    expect((await planOfText(JSON.stringify([expense], null, 2))).expenses).toEqual([planned]);
  });

  it("are read as JSON Lines; invalid lines are rejected with their invalid fields", async () => {
    const { date: _, ...undated } = expense;
    const lines = [expense, "", { amount: 0 }, [1], "oops", undated].map((value) =>
      typeof value === "string" ? value : JSON.stringify(value),
    );
    const { expenses, rows } = await planOfText(lines.join("\n"));
    expect(expenses).toEqual([planned]);
    const rejected = rows.filter(({ kind }) => kind === "rejected");
    expect(rejected.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(rejected[0]).toMatchObject({
      reason: expect.stringContaining(
        "amount: Ensure this value is greater than or equal to 0.01.",
      ) as string,
    });
  });

  it("are read as CSV with the API's names", async () => {
    const csv =
      "date,amount,category,description,tags,external_id\n2024-03-01,12.50,FOOD,Lunch,work team,mine-1\n";
    expect((await planOfText(csv)).expenses).toEqual([planned]);
  });

  it("keep the kind of each record, with all that follows from it", async () => {
    const more = { account: "Giro", note: "with\na bonus", currency: "USD" };
    const kinds = [
      { kind: "REFUND", ...more },
      { kind: "INCOME", category: null },
      { kind: "TRANSFER", category: null, direction: "in" },
      { kind: "EXPENSE", direction: null, account: null, note: null, currency: null },
    ];
    const records = kinds.map((kind, index) => ({
      ...expense,
      ...kind,
      external_id: `own-${index}`,
    }));
    const { expenses } = await planOfText(JSON.stringify(records));
    expect(expenses).toEqual([
      { ...planned, kind: "REFUND", ...more, external_id: "own-0" },
      { ...planned, kind: "INCOME", category: null, external_id: "own-1" },
      { ...planned, kind: "TRANSFER", category: null, direction: "in", external_id: "own-2" },
      { ...planned, external_id: "own-3" },
    ]);
  });

  it("are rejected row by row where a field doesn't go with the kind", async () => {
    const wrong = [
      { category: null },
      { kind: "INCOME" },
      { kind: "REFUND", direction: "in" },
      { kind: "LOAN" },
      { account: "x".repeat(61) },
    ];
    const lines = wrong.map((fields) => JSON.stringify({ ...expense, ...fields }));
    const { expenses, rows } = await planOfText(lines.join("\n"));
    expect(expenses).toEqual([]);
    expect(rows.map((row) => row.kind === "rejected" && row.reason)).toEqual([
      "category: This field is required.",
      "category: Must be null: income and transfers have no category.",
      "direction: Must be null: only a transfer has a direction.",
      'kind: "LOAN" is not a valid choice.',
      "account: Ensure this field has no more than 60 characters.",
    ]);
  });

  it("need no external id", async () => {
    const { external_id: _, ...without } = expense;
    const twice = `${JSON.stringify(without)}\n${JSON.stringify(without)}\n`;
    const { expenses } = await planOfText(twice);
    expect(new Set(expenses.map(({ external_id }) => external_id)).size).toBe(2);
  });

  it("keep any text that an expense can have", async () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40, unit: "grapheme" })
      .map((some) => some.replaceAll("\0", "").trim())
      .filter((some) => some !== "");
    await fc.assert(
      fc.asyncProperty(text, async (description) => {
        const { expenses } = await planOfText(`${JSON.stringify({ ...expense, description })}\n`);
        expect(expenses.map((one) => one.description)).toEqual([description]);
      }),
      { numRuns: 50 },
    );
  });

  it("are refused or rejected if they aren't valid JSON", async () => {
    const refused = await refusalOf(planOfText('[{"amount": 1}, {"amo'));
    expect(refused).toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("begins like a JSON list"),
    });
    const { rows, rejectsText } = await planOfText('{"amount": 1,\n');
    expect(rows).toEqual([{ kind: "rejected", line: 1, reason: "it isn't valid JSON" }]);
    expect(rejectsText).toBe('{"amount": 1,\n');
  });
});
