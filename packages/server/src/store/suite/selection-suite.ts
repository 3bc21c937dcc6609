import {
  type ExpenseFields,
  type ExpenseKind,
  isSpendingKind,
  maxAmountCents,
} from "@outlay/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  everyExpense,
  type ExpenseFilter,
  type ExpenseQuery,
  type ExpenseSum,
  type SumsBy,
} from "../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../domain/records.ts";
import type { Store } from "../store.ts";
import {
  anyFilter,
  meets,
  pages,
  plainSelection,
  someExpenses,
  someOrder,
} from "./selection-trial.ts";
import { bankFile, lunch, type OpenStore } from "./store-under-test.ts";

const everything: ExpenseQuery = {
  filter: everyExpense,
  order: { by: "id", isDescending: false },
  after: null,
  limit: null,
};

/** The sum of records, from which refunds are taken off. */
function sumOf(records: readonly ExpenseRecord[]): ExpenseSum {
  const cents = records.map(({ kind, amountCents }) =>
    BigInt(kind === "REFUND" ? -amountCents : amountCents),
  );
  return { totalCents: cents.reduce((sum, each) => sum + each, 0n), count: records.length };
}

function groupOf({ category, account, spentOn, tags }: ExpenseRecord, by: SumsBy): string {
  if (by === "tags") return tags.toSorted().join(", ");
  if (by === "account") return account ?? "";
  return by === "category" ? (category ?? "") : spentOn;
}

/** Sums in the plainest way, by a key of each record. */
function plainSums(
  records: readonly ExpenseRecord[],
  keyOf: (record: ExpenseRecord) => string,
): [key: string, sum: ExpenseSum][] {
  const keys = [...new Set(records.map(keyOf))].toSorted();
  return keys.map((key) => [key, sumOf(records.filter((record) => keyOf(record) === key))]);
}

const currencyOf = ({ currency }: ExpenseRecord) => currency ?? "";
const isHome = ({ currency }: ExpenseRecord) => currency === undefined;
const isForeign = (record: ExpenseRecord) => !isHome(record);

const byKey = (sums: ReadonlyMap<string, ExpenseSum>) =>
  [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1));

let users = 0;

/** A user with these expenses, every third of them in the trash. */
async function newUser(store: Store, expenses: readonly ExpenseFields[]): Promise<number> {
  users += 1;
  const { id } = await store.users.create(`user-${users}`, "hash");
  // Without it, a batch can't have two other currencies.
  await store.users.setHomeCurrency(id, "EUR");
  const imported = await store.imports.add(id, bankFile, expenses);
  for (const [index, { record }] of imported.expenses.entries()) {
    if (index % 3 === 2) await store.expenses.remove(id, record.id);
  }
  return id;
}

export function selectionSuite(open: OpenStore): void {
  it("equals a plain search through everything, in order, with the total", async () => {
    const { store } = await open();
    await fc.assert(
      fc.asyncProperty(someExpenses, anyFilter, someOrder, async (expenses, filter, order) => {
        const userId = await newUser(store, expenses);
        const found = await plainSelection(store, userId, filter, order);
        const query = { ...everything, filter, order };
        // The first round runs without counts and indexes from before.
        for (let times = 0; times < 3; times += 1) {
          expect(await store.expenses.select(userId, query)).toEqual({
            records: found,
            total: found.length,
            hasMore: false,
          });
        }
        const limit = 3;
        expect(await store.expenses.select(userId, { ...query, limit })).toEqual({
          records: found.slice(0, limit),
          total: found.length,
          hasMore: found.length > limit,
        });
      }),
      { numRuns: 100 },
    );
  });

  it("comes in pages that make up the whole, whatever else changes between them", async () => {
    const { store } = await open();
    const limits = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc.asyncProperty(
        someExpenses,
        anyFilter,
        someOrder,
        limits,
        async (expenses, filter, order, limit) => {
          const userId = await newUser(store, expenses);
          const found = await plainSelection(store, userId, filter, order);
          const seen = await pages(store, userId, { filter, order, limit }, async (soFar) => {
            // Removes an expense that was on an earlier page, even the one that the next page
            // follows.
            const last = soFar.at(-1);
            if (last?.deletedAt === null) await store.expenses.remove(userId, last.id);
            else if (last) await store.expenses.restore(userId, last.id);
            const { record } = await store.expenses.create(userId, lunch);
            if (meets(filter, record)) await store.expenses.remove(userId, record.id);
            if (filter.isRemoved) await store.expenses.restore(userId, record.id);
          });
          expect(seen).toEqual(found);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("of a batch has exactly its expenses, of one user", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const { batch } = await store.imports.add(ada, bankFile, [lunch, lunch]);
    await store.expenses.create(ada, lunch);
    const filter: ExpenseFilter = { ...everyExpense, importId: batch.id };
    const idsOf = async (userId: number) =>
      (await store.expenses.select(userId, { ...everything, filter })).records.map(({ id }) => id);
    expect(await idsOf(ada)).toEqual([1, 2]);
    expect(await idsOf(grace)).toEqual([]);
  });

  it("has the right total after every kind of change", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { batch } = await store.imports.add(userId, bankFile, [lunch, lunch, lunch]);
    const total = async (from: Store, filter: Partial<ExpenseFilter>) =>
      (
        await from.expenses.select(userId, {
          ...everything,
          filter: { ...everyExpense, ...filter },
        })
      ).total;
    const totals = async (from: Store) => [
      await total(from, {}),
      await total(from, { categories: ["FOOD"] }),
      await total(from, { categories: ["DATA", "FOOD"] }),
      await total(from, { tags: ["work"] }),
      await total(from, { isRemoved: true }),
    ];
    expect(await totals(store)).toEqual([3, 3, 3, 3, 0]);
    await store.expenses.update(userId, 1, (now) => ({ ...now, category: "DATA", tags: [] }));
    expect(await totals(store)).toEqual([3, 2, 3, 2, 0]);
    await store.expenses.remove(userId, 2);
    expect(await totals(store)).toEqual([2, 1, 2, 1, 1]);
    await store.expenses.restore(userId, 2);
    await store.expenses.create(userId, { ...lunch, category: "TRANSPORT" });
    expect(await totals(store)).toEqual([4, 2, 3, 3, 0]);
    expect(await totals(await reopen())).toEqual([4, 2, 3, 3, 0]);
    const again = await reopen();
    expect(await totals(again)).toEqual([4, 2, 3, 3, 0]);
    await again.imports.revert(userId, batch.id);
    expect(await totals(again)).toEqual([1, 0, 0, 1, 0]);
  });

  it("is summed exactly: the sums add up to those of the same list", async () => {
    const { store } = await open();
    const groupings = fc.constantFrom<SumsBy>("category", "tags", "account", "day");
    await fc.assert(
      fc.asyncProperty(someExpenses, anyFilter, groupings, async (expenses, filter, by) => {
        const userId = await newUser(store, expenses);
        const foundFor = (kinds: readonly ExpenseKind[]) =>
          plainSelection(store, userId, { ...filter, kinds }, everything.order);
        const isOfSpending = filter.kinds.some(isSpendingKind);
        const isApart = ({ kind = "EXPENSE" }: ExpenseRecord) => isOfSpending && kind === "INCOME";
        const all = await foundFor(isOfSpending ? [...filter.kinds, "INCOME"] : filter.kinds);
        const found = all.filter((record) => !isApart(record));
        const income = all.filter(isApart);
        // Without a rate, an amount in another currency is in no group.
        const summed = await store.expenses.sum(userId, filter, by);
        expect(byKey(summed.sums)).toEqual(
          plainSums(found.filter(isHome), (record) => groupOf(record, by)),
        );
        expect(byKey(summed.unconverted)).toEqual(plainSums(found.filter(isForeign), currencyOf));
        expect(summed.income.sum).toEqual(sumOf(income.filter(isHome)));
        expect(byKey(summed.income.unconverted)).toEqual(
          plainSums(income.filter(isForeign), currencyOf),
        );
        const days = found.map(({ spentOn }) => spentOn).toSorted();
        expect([summed.first, summed.last]).toEqual([days[0] ?? null, days.at(-1) ?? null]);
      }),
      { numRuns: 60 },
    );
  });

  it("is summed exactly beyond what a number can hold", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const dearest = { ...lunch, amountCents: maxAmountCents };
    const many = Array.from({ length: 10_000 }, () => dearest);
    for (let times = 0; times < 2; times += 1) await store.imports.add(userId, bankFile, many);
    await store.expenses.create(userId, { ...lunch, amountCents: 1 });
    const { sums } = await store.expenses.sum(userId, everyExpense, "category");
    expect([...sums]).toEqual([
      ["FOOD", { totalCents: 20_000n * BigInt(maxAmountCents) + 1n, count: 20_001 }],
    ]);
  });
}
