import fc from "fast-check";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { openTestStore } from "../../../testing/test-store.ts";
import type { ExpenseQuery } from "../../../domain/expense-query.ts";
import { bankFile } from "../../suite/store-under-test.ts";
import { anyFilter, plainSelection, someExpenses, someOrder } from "../../suite/selection-trial.ts";

const ofFewMonths = anyFilter.map((filter) => ({
  ...filter,
  first: "2026-11-20",
  last: "2026-11-21",
}));

const limits = fc.option(fc.integer({ min: 1, max: 7 }));

it("selections and sums are the same if most records haven't been read yet", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(someExpenses, someExpenses),
      fc.oneof(anyFilter, ofFewMonths),
      someOrder,
      limits,
      async ([expenses, later], filter, order, limit) => {
        const folder = await newFolder();
        const writer = await openTestStore({ folder });
        const { id: userId } = await writer.users.create("ada", "hash");
        // Without it, a batch can't have two other currencies.
        await writer.users.setHomeCurrency(userId, "EUR");
        await writer.imports.add(userId, bankFile, expenses);
        await writer.expenses.remove(userId, 2);
        await writer.close();
        // Changes made from now on stay in the journal, beside the snapshot.
        const rest = {
          folder,
          own: false,
          foldLimits: { minJournalBytes: 1e9, smallDataBytes: 0 },
        };
        const other = await openTestStore(rest);
        await other.imports.add(userId, bankFile, later);
        await other.expenses.update(userId, 1, (now) => ({ ...now, spentOn: "2026-11-21" }));
        const found = await plainSelection(other, userId, filter, order);
        const query: ExpenseQuery = { filter, order, after: null, limit };
        const sums = await other.expenses.sum(userId, filter, "day");
        const reader = await openTestStore(rest);
        // The first sum and the first page are requested from a store that has read as little as it
        // can.
        expect(await reader.expenses.sum(userId, filter, "day")).toEqual(sums);
        for (let times = 0; times < 3; times += 1) {
          const { records, total } = await reader.expenses.select(userId, query);
          expect(total).toBe(found.length);
          expect(records).toEqual(found.slice(0, limit ?? undefined));
        }
        await reader.close();
        await other.close();
      },
    ),
    { numRuns: 60 },
  );
});
