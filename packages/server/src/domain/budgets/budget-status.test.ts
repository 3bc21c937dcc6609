import { budgetCategories } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { type Spent, statusAt } from "../../testing/status-at.ts";
import { type Budget, budgetGroupsAt, daysNeeded } from "./budget-groups.ts";

const monthly: Budget = {
  amountCents: 400_00,
  description: "x",
  category: "FOOD",
  period: "MONTHLY",
  starts: null,
  ends: null,
  rollover: "none",
  setOn: "2026-11-05",
};

const food = (spentOn: string, amountCents: number): Spent => ({
  category: "FOOD",
  spentOn,
  amountCents,
});

const refund = (spentOn: string, amountCents: number): Spent => ({
  ...food(spentOn, amountCents),
  kind: "REFUND",
});

const dollars = (one: Spent): Spent => ({ ...one, currency: "USD" });

const income = (spentOn: string, amountCents: number): Spent => ({
  category: null,
  kind: "INCOME",
  spentOn,
  amountCents,
});

describe("the status of a budget", () => {
  it("counts all expenses of the period, and projects those up to the day", () => {
    const expenses = [
      food("2026-10-31", 999),
      food("2026-11-01", 100_00),
      food("2026-11-15", 100_00),
      food("2026-11-15", 30_00),
      food("2026-11-30", 20_00),
      food("2026-12-01", 999),
      { ...food("2026-11-10", 999), category: "DATA" as const },
    ];
    expect(statusAt("2026-11-15", [monthly], expenses)).toEqual([
      {
        category: "FOOD",
        parent: null,
        period: "MONTHLY",
        span: { from: "2026-11-01", to: "2026-11-30" },
        budgetCents: 400_00n,
        carriedCents: 0n,
        spentCents: 250_00n,
        leftCents: 150_00n,
        usedRatio: 0.625,
        projectedCents: 460_00n,
        putAsideCents: null,
        unconverted: new Map(),
      },
    ]);
    expect(statusAt("2026-11-01", [monthly], [food("2026-11-30", 5_00)])).toMatchObject([
      { projectedCents: 5_00n },
    ]);
  });

  it("exists for every period that the budget's days touch, and counts the whole period", () => {
    const budget = { ...monthly, starts: "2026-02-10", ends: "2026-03-20" };
    const budgetAt = (date: string) =>
      statusAt(date, [budget], [food("2026-02-01", 1)]).map(({ budgetCents, spentCents }) => [
        budgetCents,
        spentCents,
      ]);
    expect(budgetAt("2026-01-31")).toEqual([]);
    expect(budgetAt("2026-02-01")).toEqual([[400_00n, 1n]]);
    expect(budgetAt("2026-03-31")).toEqual([[400_00n, 0n]]);
    expect(budgetAt("2026-04-01")).toEqual([]);
  });

  it("combines all budgets of a category and kind of period", () => {
    const budgets: Budget[] = [
      { ...monthly, category: "SAVINGS" },
      { ...monthly, period: "YEARLY" },
      monthly,
      { ...monthly, amountCents: 1 },
      { ...monthly, period: "WEEKLY", category: "DATA" },
      { ...monthly, period: "WEEKLY" },
    ];
    expect(
      statusAt("2026-11-15", budgets, []).map(({ category, period, budgetCents }) => [
        category,
        period,
        budgetCents,
      ]),
    ).toEqual([
      ["FOOD", "WEEKLY", 400_00n],
      ["FOOD", "MONTHLY", 400_01n],
      ["FOOD", "YEARLY", 400_00n],
      ["DATA", "WEEKLY", 400_00n],
      ["SAVINGS", "MONTHLY", 400_00n],
    ]);
  });

  it("carries nothing from before the day a budget without a start was set", () => {
    const budget: Budget = { ...monthly, rollover: "both" };
    const carriedInto = (date: string) =>
      statusAt(date, [budget], [food("2026-10-10", 1_00), food("2026-11-10", 450_00)])[0]
        ?.carriedCents;
    expect(carriedInto("2026-10-31")).toBe(0n);
    expect(carriedInto("2026-11-30")).toBe(0n);
    expect(carriedInto("2026-12-01")).toBe(-50_00n);
    expect(carriedInto("2027-01-01")).toBe(350_00n);
  });

  it("needs the expenses of the longest period of any budget", () => {
    const budgets: Budget[] = [
      { ...monthly, period: "YEARLY" },
      { ...monthly, category: "DATA", period: "WEEKLY" },
    ];
    expect(daysNeeded(budgetGroupsAt(budgets, "2026-01-01", budgetCategories))).toEqual({
      from: "2025-12-29",
      to: "2026-12-31",
    });
  });

  it("counts refunds against what was spent, also below zero, and no other kind", () => {
    const transfer: Spent = { ...income("2026-11-02", 90_00), kind: "TRANSFER" };
    const expenses = [food("2026-11-01", 110_00), refund("2026-11-03", 100_00), transfer];
    expect(statusAt("2026-11-15", [monthly], expenses)).toMatchObject([
      { spentCents: 10_00n, leftCents: 390_00n, usedRatio: 0.025, projectedCents: 20_00n },
    ]);
    expect(statusAt("2026-11-15", [monthly], [refund("2026-11-03", 100_00)])).toMatchObject([
      { spentCents: -100_00n, leftCents: 500_00n, usedRatio: -0.25, projectedCents: -100_00n },
    ]);
  });

  it("lets a refund make good first what a surplus forgot, and carries only the rest", () => {
    const budget: Budget = {
      ...monthly,
      amountCents: 100_00,
      rollover: "surplus",
      starts: "2026-01-01",
    };
    const expenses = [food("2026-01-10", 500_00), refund("2026-02-10", 500_00)];
    expect(statusAt("2026-02-28", [budget], expenses)).toMatchObject([
      { carriedCents: 0n, leftCents: 600_00n },
    ]);
    expect(statusAt("2026-03-01", [budget], expenses)).toMatchObject([
      { carriedCents: 200_00n, leftCents: 300_00n },
    ]);
    // The overspending has been made good, so nothing is forgotten any more.
    const again = [...expenses, refund("2026-03-10", 50_00)];
    expect(statusAt("2026-04-01", [budget], again)).toMatchObject([{ carriedCents: 350_00n }]);
  });

  it("says what was put aside of the income, once there is any", () => {
    const goal: Budget = { ...monthly, category: "SAVINGS" };
    const month = [food("2026-11-01", 110_00), refund("2026-11-02", 10_00)];
    expect(statusAt("2026-11-15", [goal], month)).toMatchObject([{ putAsideCents: null }]);
    const before = [...month, income("2026-10-31", 999_00)];
    expect(statusAt("2026-11-15", [goal], before)).toMatchObject([{ putAsideCents: null }]);
    expect(statusAt("2026-11-15", [goal], [...month, income("2026-11-30", 250_00)])).toMatchObject([
      { putAsideCents: 150_00n, spentCents: 0n, leftCents: 400_00n },
    ]);
  });

  it("leaves out amounts in currencies without a rate, and tells their sums", () => {
    const expenses = [
      food("2026-11-01", 10_00),
      dollars(food("2026-11-02", 30_00)),
      dollars(refund("2026-11-03", 5_00)),
      dollars(food("2026-10-31", 99_00)),
    ];
    expect(statusAt("2026-11-15", [monthly], expenses)).toMatchObject([
      { spentCents: 10_00n, unconverted: new Map([["USD", { totalCents: 25_00n, count: 2 }]]) },
    ]);
  });

  it("carries nothing over from a goal", () => {
    const goal: Budget = {
      ...monthly,
      category: "SAVINGS",
      rollover: "both",
      starts: "2026-01-01",
    };
    expect(statusAt("2026-11-15", [goal], [])).toMatchObject([
      { carriedCents: 0n, spentCents: 0n, leftCents: 400_00n, usedRatio: 0, projectedCents: 0n },
    ]);
  });
});
