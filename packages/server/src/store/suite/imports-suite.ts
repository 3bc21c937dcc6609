import { expect, it } from "vitest";
import { UserGone } from "../store-errors.ts";
import { bankFile, fromBank, lunch, type OpenStore, outcomes } from "./store-under-test.ts";

const lunches = (...days: string[]) => days.map((spentOn) => ({ ...lunch, spentOn }));

export function importsSuite(open: OpenStore): void {
  it("stores a batch and its expenses, in their order", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const imported = await store.imports.add(userId, bankFile, fromBank("a", null, "b"));
    expect(outcomes(imported)).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    const counted = { ...imported.batch, count: 3 };
    for (const now of [store, await reopen()]) {
      expect(await now.imports.list(userId)).toEqual([counted]);
      expect(await now.imports.find(userId, 1)).toEqual(counted);
      expect(await now.expenses.list(userId)).toEqual(
        imported.expenses.map(({ record }) => record),
      );
      expect(await now.expenses.list(userId)).toMatchObject(
        ["a", null, "b"].map((externalId) => ({ externalId, importId: 1 })),
      );
    }
  });

  it("records no expense that the user already has, has in the trash, or sent in the same call", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { id: other } = await store.users.create("grace", "hash");
    for (const fields of fromBank("here", "trashed")) await store.expenses.create(userId, fields);
    await store.expenses.create(other, { ...lunch, externalId: "grace's" });
    await store.expenses.remove(userId, 2);
    const given = fromBank("here", "trashed", "new", "new", "grace's", null, null);

    const imported = await store.imports.add(userId, bankFile, given);

    expect(outcomes(imported)).toEqual([
      [1, false],
      [2, false],
      [4, true],
      [4, false],
      [5, true],
      [6, true],
      [7, true],
    ]);
    expect(await store.imports.find(userId, 1)).toMatchObject({ count: 4 });
    expect(await store.expenses.find(userId, 1)).not.toHaveProperty("importId");
    expect(await store.expenses.listRemoved(userId)).toHaveLength(1);
  });

  it("takes the external ids of typed expenses that have been in the trash for too long", async () => {
    const { store, passDays, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    for (const fields of fromBank("a", "b", "c")) await store.expenses.create(userId, fields);
    for (const id of [1, 3]) await store.expenses.remove(userId, id);
    passDays(31);
    const imported = await store.imports.add(userId, bankFile, fromBank("c", "b", "a"));
    expect(outcomes(imported)).toEqual([
      [4, true],
      [2, false],
      [5, true],
    ]);
    // Even with a clock that is set back, no two records have one external id.
    passDays(-31);
    expect(await store.expenses.listRemoved(userId)).toEqual([]);
    const again = await reopen();
    for (const now of [store, again]) {
      expect((await now.imports.list(userId)).map(({ count }) => count)).toEqual([2]);
    }
    expect(outcomes(await again.imports.addTo(userId, 1, fromBank("a", "c")))).toEqual([
      [5, false],
      [4, false],
    ]);
  });

  it("adds to an existing batch with the same external id, and keeps its name", async () => {
    const { store, reopen } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const file = { source: "bank.csv", externalId: "file-1" };
    const first = await store.imports.add(ada, file, fromBank("a", "b"));
    const again = await reopen();
    const second = await again.imports.add(
      ada,
      { ...file, source: "other.csv" },
      fromBank("a", "b", "c"),
    );
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second.batch).toEqual(first.batch);
    expect(outcomes(second)).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect((await again.imports.add(grace, file, [])).batch.id).toBe(2);
    expect(await again.imports.list(ada)).toEqual([{ ...first.batch, count: 3 }]);
  });

  it("makes one batch of several simultaneous calls with one external id", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const file = { source: "bank.csv", externalId: "file-1" };
    const imported = await Promise.all(
      Array.from({ length: 5 }, () => store.imports.add(userId, file, fromBank("a", "b"))),
    );
    expect(imported.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await store.imports.list(userId)).toMatchObject([{ id: 1, count: 2 }]);
    expect(await store.expenses.list(userId)).toHaveLength(2);
  });

  it("adds to a batch of the same user, and to nobody else's", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    await store.imports.add(ada, bankFile, fromBank("a"));
    expect(await store.imports.addTo(grace, 1, fromBank("b"))).toBeUndefined();
    expect(await store.imports.addTo(ada, 2, fromBank("b"))).toBeUndefined();
    expect(outcomes(await store.imports.addTo(ada, 1, fromBank("a", "b")))).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await store.imports.find(grace, 1)).toBeUndefined();
    expect(await store.imports.list(grace)).toEqual([]);
    expect(await store.imports.find(ada, 1)).toMatchObject({ count: 2 });
  });

  it("reverts a batch with all of its expenses, edited or in the trash, and nothing else", async () => {
    const { store, reopen } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const { record: own } = await store.expenses.create(ada, lunch);
    await store.imports.add(ada, bankFile, fromBank("a", "b", "c"));
    await store.imports.add(ada, bankFile, fromBank("c", "d"));
    await store.expenses.update(ada, 2, () => ({ ...lunch, externalId: "edited" }));
    await store.expenses.remove(ada, 3);
    expect(await store.imports.find(ada, 1)).toMatchObject({ count: 3 });

    expect(await store.imports.revert(grace, 1)).toBeUndefined();
    expect(await store.imports.revert(ada, 1)).toBe(3);
    expect(await store.imports.revert(ada, 1)).toBeUndefined();

    for (const now of [store, await reopen()]) {
      expect(await now.imports.list(ada)).toMatchObject([{ id: 2, count: 1 }]);
      expect(await now.expenses.list(ada)).toMatchObject([own, { id: 5, externalId: "d" }]);
      const { records } = await now.expenses.listDays(ada, "0001-01-01", "9999-12-31");
      expect(records).toHaveLength(2);
      expect(await now.expenses.listRemoved(ada)).toEqual([]);
    }
  });

  it("frees the external ids of reverted expenses, and reuses no id", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const file = { source: "bank.csv", externalId: "file-1" };
    await store.imports.add(userId, file, fromBank("a", "b"));
    const [, again] = await Promise.all([
      store.imports.revert(userId, 1),
      store.imports.add(userId, file, fromBank("a", "b")),
    ]);
    expect(again).toMatchObject({ isNew: true, batch: { id: 2 } });
    expect(outcomes(again)).toEqual([
      [3, true],
      [4, true],
    ]);
    await store.imports.revert(userId, 2);
    const later = await reopen();
    expect(await later.imports.list(userId)).toEqual([]);
    const last = await later.imports.add(userId, file, fromBank("a"));
    expect(last.batch.id).toBe(3);
    expect(outcomes(last)).toEqual([[5, true]]);
  });

  it("finds nothing of a batch that is being reverted", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    await store.imports.add(userId, bankFile, fromBank("a", "b"));
    const [reverted, added, updated, created] = await Promise.all([
      store.imports.revert(userId, 1),
      store.imports.addTo(userId, 1, fromBank("c")),
      store.expenses.update(userId, 1, (now) => now),
      store.expenses.create(userId, { ...lunch, externalId: "a" }),
    ]);
    expect([reverted, added, updated]).toEqual([2, undefined, undefined]);
    expect(created).toMatchObject({ isNew: true, record: { id: 3 } });
    expect(await store.expenses.list(userId)).toMatchObject([{ id: 3 }]);
  });

  it("keeps an expense in its batch, however it is edited", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    await store.imports.add(userId, bankFile, fromBank("a"));
    await store.expenses.update(userId, 1, () => lunch);
    await store.expenses.remove(userId, 1);
    await store.expenses.restore(userId, 1);
    await store.expenses.update(userId, 1, (now) => ({ ...now, importId: 99 }));
    for (const now of [store, await reopen()]) {
      expect(await now.expenses.find(userId, 1)).toMatchObject({ importId: 1, externalId: null });
    }
  });

  it("lists imported expenses by day among the others", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    for (const fields of lunches("2026-11-20", "2026-11-22")) {
      await store.expenses.create(userId, fields);
    }
    const idsOf = async (first: string, last: string) =>
      (await store.expenses.listDays(userId, first, last)).records.map(({ id }) => id);
    expect(await idsOf("2026-11-01", "2026-11-30")).toEqual([1, 2]);
    const given = lunches("2026-11-22", "2026-11-19", "2026-11-21", "2026-11-23", "2026-11-21");
    await store.imports.add(userId, bankFile, given);
    expect(await idsOf("2026-11-01", "2026-11-30")).toEqual([4, 1, 5, 7, 2, 3, 6]);
    expect(await idsOf("2026-11-21", "2026-11-21")).toEqual([5, 7]);
    await store.imports.revert(userId, 1);
    expect(await idsOf("2026-11-01", "2026-11-30")).toEqual([1, 2]);
  });

  it("removes a user's batches with the user, and creates none for a removed user", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    await store.imports.add(userId, bankFile, fromBank("a"));
    const [, added, refused] = await Promise.allSettled([
      store.users.remove(userId),
      store.imports.addTo(userId, 1, fromBank("b")),
      store.imports.add(userId, bankFile, fromBank("c")),
    ]);
    expect(added).toMatchObject({ status: "fulfilled", value: undefined });
    expect(refused).toMatchObject({
      status: "rejected",
      reason: expect.any(UserGone) as unknown,
    });
    for (const now of [store, await reopen()]) {
      expect(await now.imports.list(userId)).toEqual([]);
      expect(await now.expenses.list(userId)).toEqual([]);
    }
  });
}
