/** Rows whose expenses were removed on purpose stay known when the trash has emptied. */
import { expect, it } from "vitest";
import {
  bankFile,
  fromBank,
  lunch,
  type OpenStore,
  outcomes,
  type StoreUnderTest,
} from "./store-under-test.ts";

const own = 1;

/** A store whose first user has removed the first of two imported expenses, 31 days ago. */
async function withRemovedRow(open: OpenStore): Promise<StoreUnderTest> {
  const tested = await open();
  const { store, passDays } = tested;
  await store.users.create("ada", "hash");
  await store.imports.add(own, bankFile, fromBank("a", "b"));
  await store.expenses.remove(own, 1);
  passDays(31);
  return tested;
}

export function removedRowsSuite(open: OpenStore): void {
  it("finds a removed row again as a duplicate with its expense's id, by any of its ids", async () => {
    const { store, reopen } = await withRemovedRow(open);
    const renamed = { ...lunch, externalId: "new", knownAs: ["other", "a"] };
    for (const current of [() => store, reopen, reopen]) {
      const now = await current();
      expect(outcomes(await now.imports.add(own, bankFile, fromBank("a")))).toEqual([[1, false]]);
      expect(outcomes(await now.imports.addTo(own, 1, [renamed]))).toEqual([[1, false]]);
      expect(await now.expenses.list(own)).toMatchObject([{ id: 2 }]);
      expect(await now.expenses.listRemoved(own)).toEqual([]);
      expect(await now.imports.find(own, 1)).toMatchObject({ count: 1 });
    }
  });

  it.each([true, false])(
    "records a new expense with the id of a removed row where it isn't imported (reopened: %s)",
    async (isReopened) => {
      const { store, passDays, reopen } = await withRemovedRow(open);
      const now = isReopened ? await reopen() : store;
      const typed = { ...lunch, externalId: "a" };
      const { record, isNew } = await now.expenses.create(own, typed);
      expect([record.id, isNew]).toEqual([3, true]);
      expect(outcomes(await now.imports.addTo(own, 1, fromBank("a")))).toEqual([[3, false]]);
      await now.expenses.remove(own, 3);
      expect(outcomes(await now.imports.addTo(own, 1, fromBank("a")))).toEqual([[3, false]]);
      passDays(31);
      for (const current of [() => now, reopen]) {
        const { imports } = await current();
        expect(outcomes(await imports.addTo(own, 1, fromBank("a")))).toEqual([[1, false]]);
      }
    },
  );

  it("prefers an expense that is there to a removed row", async () => {
    const { store, reopen } = await withRemovedRow(open);
    const row = { ...lunch, externalId: "a", knownAs: ["b"] };
    for (const current of [() => store, reopen]) {
      const { imports } = await current();
      expect(outcomes(await imports.addTo(own, 1, [row]))).toEqual([[2, false]]);
    }
  });

  it.each([true, false])(
    "frees the identities of a batch's removed rows with the batch (reopened: %s)",
    async (isReopened) => {
      const { store, reopen } = await withRemovedRow(open);
      await store.imports.add(own, bankFile, fromBank("c"));
      const now = isReopened ? await reopen() : store;
      expect(await now.imports.revert(own, 1)).toBe(1);
      for (const each of [now, await reopen()]) {
        expect(await each.expenses.list(own)).toMatchObject([{ id: 3 }]);
      }
      const again = await (await reopen()).imports.add(own, bankFile, fromBank("a", "c"));
      expect(outcomes(again)).toEqual([
        [4, true],
        [3, false],
      ]);
    },
  );

  it("knows a row that was removed in two batches until both are reverted", async () => {
    const { store, passDays, reopen } = await withRemovedRow(open);
    await store.imports.add(own, bankFile, fromBank("c"));
    await store.expenses.update(own, 3, (fields) => ({ ...fields, externalId: "a" }));
    await store.expenses.remove(own, 3);
    passDays(31);
    const { batch } = await store.imports.add(own, bankFile, []);
    const now = await reopen();
    const imported = async () => outcomes(await now.imports.addTo(own, batch.id, fromBank("a")));
    expect(await imported()).toEqual([[3, false]]);
    const [, between] = await Promise.all([now.imports.revert(own, 2), imported()]);
    expect(between).toEqual([[1, false]]);
    expect(await imported()).toEqual([[1, false]]);
    const [, after] = await Promise.all([now.imports.revert(own, 1), imported()]);
    expect(after).toEqual([[4, true]]);
  });

  it("keeps removed rows to their user, and no longer than the user", async () => {
    const { reopen } = await withRemovedRow(open);
    const now = await reopen();
    const { id: other } = await now.users.create("grace", "hash");
    expect(outcomes(await now.imports.add(other, bankFile, fromBank("a")))).toEqual([[3, true]]);
    await now.users.remove(own);
    expect((await now.sizes()).records).toMatchObject({ removed_row: 0 });
  });
}
