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
