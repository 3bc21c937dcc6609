import { describe, expect, it } from "vitest";
import type { BudgetStatusEntry } from "../../api/received/status-entry.ts";
import { bareMoney } from "../../terminal/amounts.ts";
import { statusBlocks } from "./status-blocks.ts";

const entry = (
  category: string,
  parent: string | null,
  budget: bigint,
  spent: bigint,
): BudgetStatusEntry => ({
  category,
  parent,
  period: "MONTHLY",
  from: "2026-11-01",
  to: "2026-11-30",
  budget,
  carried: 0n,
  spent,
  left: budget - spent,
  ratio: 0,
  projected: spent,
  put_aside: null,
  unconverted: [],
});

const blocks = (entries: readonly BudgetStatusEntry[]) =>
  statusBlocks(entries, {
    today: "2026-11-22",
    money: bareMoney,
    label: (key) => key ?? "none",
  });

const savings = entry("SAVINGS", null, 500_00n, 0n);

describe("budgets of a parent and of a child", () => {
  const both = [
    entry("FOOD", null, 400_00n, 100_00n),
    savings,
    entry("GROCERIES", "FOOD", 300_00n, 80_00n),
  ];

  it("stand behind each other", () => {
    expect(blocks(both).map(({ category }) => category)).toEqual([
      "FOOD",
      "  GROCERIES",
      "SAVINGS",
    ]);
  });

  it("leave for savings what the parent's leaves, and not the child's again", () => {
    const goal = blocks(both).find(({ category }) => category === "SAVINGS");
    expect(goal?.details).toEqual(["the other monthly budgets leave 300.00 at this pace"]);
  });

  it("leave for savings what the child's leaves, if the parent has none", () => {
    const goal = blocks(both.slice(1)).find(({ category }) => category === "SAVINGS");
    expect(goal?.details).toEqual(["the other monthly budgets leave 220.00 at this pace"]);
  });
});
