/** The laws that the status of any budgets keeps, whatever was spent. */
import {
  budgetCategories,
  budgetPeriods,
  expenseCategories,
  maxAmountCents,
  rollovers,
} from "@outlay/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Spent, statusAt } from "../../testing/status-at.ts";
import type { Budget } from "./budget-groups.ts";

const dayMs = 86_400_000;
const firstMs = Date.UTC(2023, 10, 20);
/** Days around two ends of a year, one of them a leap year. */
const date = fc
  .integer({ min: 0, max: 500 })
  .map((day) => new Date(firstMs + day * dayMs).toISOString().slice(0, 10));
const budget = fc.record<Budget>({
  amountCents: fc.integer({ min: 1, max: maxAmountCents }),
  description: fc.constant("x"),
  category: fc.constantFrom(...budgetCategories),
  period: fc.constantFrom(...budgetPeriods),
  starts: fc.option(date),
  ends: fc.option(date),
  rollover: fc.constantFrom(...rollovers),
  setOn: date,
});
const expense = fc.record<Spent>({
  category: fc.constantFrom(...expenseCategories),
  spentOn: date,
  amountCents: fc.integer({ min: 1, max: maxAmountCents }),
  kind: fc.constantFrom("EXPENSE", "REFUND"),
});

const spentCents = ({ kind, amountCents }: Spent) =>
  BigInt(kind === "REFUND" ? -amountCents : amountCents);

/** A period's name, by which periods of one kind are sorted, from JavaScript's UTC calendar. */
function nameOf(period: Budget["period"], day: string): string {
  if (period === "MONTHLY") return day.slice(0, 7);
  if (period === "YEARLY") return day.slice(0, 4);
  const instant = Date.parse(day);
  const sinceMonday = (new Date(instant).getUTCDay() + 6) % 7;
  return new Date(instant - sinceMonday * dayMs).toISOString().slice(0, 10);
}

it("spent, left and budget are exact sums of all expenses in the period", () => {
  fc.assert(
    fc.property(
      fc.array(budget, { maxLength: 6 }),
      fc.array(expense, { maxLength: 30 }),
      date,
      (budgets, expenses, day) => {
        for (const status of statusAt(day, budgets, expenses)) {
          const name = (other: string) => nameOf(status.period, other);
          const spent = expenses
            .filter(
              ({ category, spentOn }) =>
                category === status.category && name(spentOn) === name(day),
            )
            .reduce((sum, one) => sum + spentCents(one), 0n);
          const limit = budgets
            .filter(
              ({ category, period, starts, ends }) =>
                category === status.category &&
                period === status.period &&
                name(starts ?? day) <= name(day) &&
                name(ends ?? day) >= name(day),
            )
            .reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
          expect(status.spentCents).toBe(spent);
          expect(status.budgetCents).toBe(limit);
          expect(status.leftCents).toBe(limit + status.carriedCents - spent);
          expect(status.projectedCents).toBeGreaterThanOrEqual(spent);
        }
      },
    ),
  );
});

it("a budget that carries both ways loses nothing: over all periods, its money is either spent or left", () => {
  const both = budget.map<Budget>((one) => ({
    ...one,
    category: "FOOD",
    rollover: "both",
    starts: "2023-11-20",
    ends: null,
  }));
  fc.assert(
    fc.property(both, fc.array(expense, { maxLength: 30 }), date, (one, expenses, day) => {
      const name = (other: string) => nameOf(one.period, other);
      const names = new Set<string>();
      for (let at = firstMs; at <= Date.parse(day); at += dayMs) {
        names.add(name(new Date(at).toISOString().slice(0, 10)));
      }
      const spent = expenses
        .filter(({ category, spentOn }) => category === "FOOD" && name(spentOn) <= name(day))
        .reduce((sum, each) => sum + spentCents(each), 0n);
      const [status] = statusAt(day, [one], expenses);
      expect(status?.leftCents).toBe(BigInt(one.amountCents) * BigInt(names.size) - spent);
    }),
  );
});
