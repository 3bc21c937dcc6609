import { expect, it } from "vitest";
import { standingText } from "../commands/budget/standing.ts";
import { bareMoney } from "../terminal/amounts.ts";
import { fetchBudgetStatus } from "./fetch-budget-status.ts";

const body = `[{"category":"FOOD","period":"MONTHLY","from":"2026-11-01","to":"2026-11-30","budget": 90071992547409.93,
"carried":-0.5,"spent":0.01,"left":90071992547409.42,"ratio":0,"projected":0.3,"mood":"good"}]`;

it("reads sums beyond the precision of a double, and keeps unknown fields", async () => {
  const [entry, ...others] = await fetchBudgetStatus(
    async () => ({ status: 200, headers: {}, body }),
    "2026-11-30",
  );
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ budget: 9_007_199_254_740_993n, carried: -50n, mood: "good" });
  expect(entry && standingText(entry, "2026-11-30", bareMoney)).toBe(
    "90,071,992,547,409.42 left of 90,071,992,547,409.43 this month (0 %)",
  );
});
