import { createServer } from "node:http";
import { listening } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { anExpense } from "../../testing/an-expense.ts";
import { testCli } from "../../testing/test-cli.ts";

const lunch = anExpense({ date: "2026-11-15", account: null });

/** A server that can only record lunch. */
function recordingServer(): Promise<string> {
  const server = createServer((request, response) => {
    response.statusCode = request.method === "POST" ? 201 : 500;
    const detail = "Internal server error.";
    response.end(JSON.stringify(request.method === "POST" ? lunch : { detail }));
  });
  return listening(server);
}

const now = new Date(2026, 10, 15, 12);
const recorded = "Recorded expense 1: 12.50  FOOD  2026-11-15  Lunch\n";

describe("outlay add", () => {
  it("says what is left of the category's budget", async () => {
    const type = await testCli(now);
    await type("budget add 400 -c food");
    await type("budget add 10 -c data");
    expect(await type("add 12.50 Lunch -c food")).toEqual({
      code: 0,
      out: `${recorded}FOOD: 387.50 left of 400.00 this month (3 %)\n`,
      err: "",
    });
    expect((await type("expense add 1 Bread -c food -d 2026-10-31")).out).toContain(
      "FOOD: 399.00 left of 400.00 in 2026-10 (0 %)\n",
    );
  });

  it("says so for each period on one line", async () => {
    const type = await testCli(now);
    await type("budget add 400 -c food");
    await type("budget add 10 -c food -p weekly");
    expect((await type("add 12.50 Lunch -c food")).out).toBe(
      `${recorded}FOOD: 2.50 over 10.00 this week (125 %); 387.50 left of 400.00 this month (3 %)\n`,
    );
  });

  it("succeeds with a warning if the rest of the budget is unknown", async () => {
    const server = await recordingServer();
    const type = await testCli(now);
    const env = { OUTLAY_SERVER: server, OUTLAY_TOKEN: "token" };
    expect(await type("add 12.50 Lunch -c food", { env })).toEqual({
      code: 0,
      out: recorded,
      err: "outlay: Can't show what is left of the budget: Internal server error.\n",
    });
  });

  it("says nothing more without a budget, or if only the record is wanted", async () => {
    const type = await testCli(now);
    expect((await type("add 12.50 Lunch -c food")).out).toBe(recorded);
    await type("budget add 400 -c food");
    expect((await type("add 12.50 Lunch -c food --quiet")).out).toBe("");
    const { out } = await type("add 12.50 Lunch -c food --json");
    expect(JSON.parse(out)).toMatchObject({ id: 3 });
  });

  it("records nothing if the amount may continue, or is in another currency", async () => {
    const type = await testCli(now);
    await type("config set currency EUR");
    for (const words of ["1 234,50 Rent", "12 50 Lunch", "$12.50 Hotel", "5000 KWD Hotel"]) {
      expect(await type(`add ${words} -c food`)).toMatchObject({ code: 2, out: "" });
    }
    for (const words of [
      "1 234,50",
      "1 200 Holidays",
      "12 50 Lunch",
      "30 USD Hotel",
      "30 Usd Cab",
      "30 KWD",
    ]) {
      expect(await type(`budget add ${words} -c food`)).toMatchObject({ code: 2, out: "" });
    }
    for (const words of ["budget add $400 -c food", "list --min £3"]) {
      expect((await type(words)).err).toContain("isn't in EUR, the currency of your amounts.");
    }
    expect((await type("list")).err).toContain("No expenses yet.");
    expect((await type("add €12,50 Lunch -c food")).out).toContain(": €12.50  FOOD");
    expect((await type("edit 1 --amount $3")).err).toContain("isn't in EUR");
  });
});
