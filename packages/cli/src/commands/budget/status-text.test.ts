import { stripVTControlCharacters } from "node:util";
import { budgetCategories, budgetPeriods } from "@outlay/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { BudgetStatusEntry } from "../../api/received/status-entry.ts";
import { bareMoney } from "../../terminal/amounts.ts";
import { colors } from "../../terminal/colors.ts";
import { columnWidth } from "../../terminal/column-width.ts";
import { statusBlocks } from "./status-blocks.ts";
import { statusText } from "./status-text.ts";

const cents = fc.integer({ min: 0, max: 99_999_999_999 });

const entry = fc
  .record({
    category: fc.constantFrom(...budgetCategories),
    period: fc.constantFrom(...budgetPeriods),
    budgetCents: fc.integer({ min: 1, max: 99_999_999_999 }),
    carriedCents: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
    spentCents: fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
    putAsideCents: fc.option(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })),
    moreCents: cents,
  })
  .map<BudgetStatusEntry>(({ category, period, ...given }) => ({
    category,
    parent: null,
    period,
    from: "2026-11-09",
    to: "2026-11-15",
    budget: BigInt(given.budgetCents),
    carried: BigInt(given.carriedCents),
    spent: BigInt(given.spentCents),
    left: BigInt(given.budgetCents + given.carriedCents - given.spentCents),
    ratio: 0,
    projected: BigInt(given.spentCents + given.moreCents),
    put_aside: given.putAsideCents === null ? null : BigInt(given.putAsideCents),
    unconverted: [],
  }));

it("every line fits the terminal, and differs only in colour when colours are on", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 40, max: 220 }),
      fc.constantFrom("2026-11-10", "2026-12-10"),
      (entries, width, today) => {
        const blocks = statusBlocks(entries, {
          today,
          money: bareMoney,
          label: (key) => key ?? "none",
        });
        const plain = statusText(blocks, { width, colors: colors(false) });
        for (const line of plain.split("\n")) {
          expect(columnWidth(line)).toBeLessThanOrEqual(width);
        }
        const coloured = statusText(blocks, { width, colors: colors(true) });
        expect(stripVTControlCharacters(coloured)).toBe(plain);
      },
    ),
  );
});
