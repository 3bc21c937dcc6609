import { importInput, maxImportExpenses } from "@outlay/shared";
import { expect, it } from "vitest";
import { readImported } from "./read-imported.ts";

it("lets other requests have their turn repeatedly while it judges many rows", async () => {
  const row = { amount: "12.50", description: "Lunch", category: "FOOD" };
  const expenses = Array.from({ length: maxImportExpenses }, () => row);
  let turns = 0;
  let isOver = false;
  const countTurns = () => {
    turns += 1;
    if (!isOver) setImmediate(countTurns);
  };
  setImmediate(countTurns);
  const read = await readImported(importInput, { source: "bank.csv", expenses }, new Date());
  isOver = true;
  expect(read.expenses).toHaveLength(maxImportExpenses);
  expect(turns).toBeGreaterThan(2);
});
