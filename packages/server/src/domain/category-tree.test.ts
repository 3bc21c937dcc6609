import { budgetCategories, expenseCategories, spendingKinds } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statusAt } from "../testing/status-at.ts";
import { CategoryTree } from "./category-tree.ts";
import { spendingReport } from "./spending-report.ts";
import { everyExpense, nothingSummed } from "./expense-query.ts";

/** Any tree: categories of the user's own, some of them below others. */
const trees = fc
  .array(fc.record({ below: fc.option(fc.nat(8)), isArchived: fc.boolean() }), { maxLength: 9 })
  .map((all) => {
    const tops: string[] = [...expenseCategories];
    const records = all.map(({ below, isArchived }, index) => {
      const key = `OWN${index}`;
      const parent = below === null ? null : (tops[below % tops.length] ?? null);
      if (parent === null) tops.push(key);
      return { key, name: `Own ${index}`, parent, isArchived };
    });
    return new CategoryTree(records);
  });

const spent = fc.array(fc.record({ at: fc.nat(20), cents: fc.integer({ min: 1, max: 9999 }) }), {
  maxLength: 15,
});

const spendable = (tree: CategoryTree) => tree.keys.filter((key) => tree.isForExpenses(key));

describe("any tree of categories", () => {
  it("has the built-in ones first, in their order", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(tree.keys.slice(0, budgetCategories.length)).toEqual(budgetCategories);
      }),
    );
  });

  it("counts children once, wherever parent and child are named together", () => {
    fc.assert(
      fc.property(trees, fc.array(fc.nat(20)), (tree, named) => {
        const keys = spendable(tree);
        const category = named.map((at) => keys[at % keys.length] ?? "FOOD");
        const meant = tree.meant({ category, category_only: category });
        expect(new Set(meant).size).toBe(meant.length);
        for (const key of category) {
          expect(meant).toEqual(expect.arrayContaining([key, ...tree.childrenOf(key)]));
        }
      }),
    );
  });

  it("has groups that add up to the total of a report, and to that of each parent", () => {
    fc.assert(
      fc.property(trees, spent, (tree, expenses) => {
        const keys = spendable(tree);
        const sums = new Map<string, { totalCents: bigint; count: number }>();
        for (const { at, cents } of expenses) {
          const key = keys[at % keys.length] ?? "FOOD";
          const { totalCents, count } = sums.get(key) ?? { totalCents: 0n, count: 0 };
          sums.set(key, { totalCents: totalCents + BigInt(cents), count: count + 1 });
        }
        const report = spendingReport({ ...nothingSummed, sums }, "category", {
          filter: { ...everyExpense, kinds: spendingKinds },
          tree,
        });
        const all = report.groups.reduce((sum, { totalCents }) => sum + totalCents, 0n);
        expect(all).toBe(report.totalCents);
        const shown = report.groups.map(({ key }) => key);
        expect(new Set(shown).size).toBe(shown.length);
        // The groups let a reader add up each parent.
        expect(shown).toEqual(
          expect.arrayContaining(report.groups.flatMap(({ parent }) => parent ?? [])),
        );
      }),
    );
  });

  it("has a budget of each parent that counts itself and its children, each expense once", () => {
    const terms = { period: "MONTHLY", starts: null, ends: null, rollover: "none" } as const;
    fc.assert(
      fc.property(trees, spent, (tree, expenses) => {
        const keys = spendable(tree);
        const budgets = keys.map((category) => ({
          ...terms,
          category,
          amountCents: 100,
          description: "x",
          setOn: "2026-11-01",
        }));
        const records = expenses.map(({ at, cents }) => ({
          category: keys[at % keys.length] ?? "FOOD",
          spentOn: "2026-11-05",
          amountCents: cents,
        }));
        const of = (key: string) =>
          records
            .filter(({ category }) => category === key || tree.parentOf(category) === key)
            .reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
        for (const { category, spentCents, parent } of statusAt(
          "2026-11-22",
          budgets,
          records,
          tree,
        )) {
          expect(spentCents).toBe(of(category));
          expect(parent).toBe(tree.parentOf(category));
        }
      }),
    );
  });
});
