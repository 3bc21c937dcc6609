import { expect, it } from "vitest";
import type { Store } from "../store.ts";
import { ExternalIdTaken } from "../store-errors.ts";
import { food, lunch, type OpenStore } from "./store-under-test.ts";

export function recordsSuite(open: OpenStore): void {
  it("keeps its records when it is opened again", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { record: expense } = await store.expenses.create(userId, lunch);
    const { record: budget } = await store.budgets.create(userId, food);
    await store.refreshTokens.revoke("token", "9999-01-01T00:00:00.000Z");

    const again = await reopen();

    expect(await again.users.findByName("ada")).toMatchObject({
      id: userId,
      passwordHash: "hash",
    });
    expect(await again.expenses.list(userId)).toEqual([expense]);
    expect(await again.budgets.list(userId)).toEqual([budget]);
    expect(await again.refreshTokens.isRevoked("token")).toBe(true);
    expect(await again.refreshTokens.isRevoked("another")).toBe(false);
  });

  it("never reuses an id, not even that of the last record after its removal", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { record } = await store.expenses.create(userId, lunch);
    await store.expenses.remove(userId, record.id);
    const again = await reopen();
    const { record: next } = await again.expenses.create(userId, lunch);
    expect(next.id).toBe(record.id + 1);
  });

  it("changes a record as it is at that moment, and leaves its keys alone", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { record } = await store.expenses.create(userId, lunch);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.expenses.update(userId, record.id, (current) => ({
          ...current,
          id: 99,
          userId: 99,
          amountCents: current.amountCents + 1,
        })),
      ),
    );
    const changed = await store.expenses.find(userId, record.id);
    expect(changed).toMatchObject({ id: record.id, userId, amountCents: 1260 });
    expect(changed?.createdAt).toBe(record.createdAt);
  });

  it("leaves a record unchanged if its change throws", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { record } = await store.budgets.create(userId, food);
    const failing = store.budgets.update(userId, record.id, () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await store.budgets.find(userId, record.id)).toEqual(record);
  });

  it("has each external id once for each user", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const fromBank = { ...lunch, externalId: "bank-1" };
    const first = await store.expenses.create(ada, fromBank);
    expect(first.isNew).toBe(true);
    expect(await store.expenses.create(ada, { ...fromBank, amountCents: 1 })).toEqual({
      record: first.record,
      isNew: false,
    });
    expect((await store.expenses.create(grace, fromBank)).isNew).toBe(true);

    const { record: other } = await store.expenses.create(ada, lunch);
    await expect(store.expenses.update(ada, other.id, () => fromBank)).rejects.toThrow(
      ExternalIdTaken,
    );
    expect(await store.expenses.update(ada, other.id, () => lunch)).toMatchObject(lunch);
  });

  it("lists the expenses of some days, by day and then by id, as they are now", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { id: other } = await store.users.create("grace", "hash");
    const days = ["2026-11-20", "2026-11-22", "2026-11-19", "2026-11-20", "2026-11-21"];
    for (const spentOn of days) await store.expenses.create(userId, { ...lunch, spentOn });
    await store.expenses.create(other, { ...lunch, spentOn: "2026-11-20" });
    const idsOf = async (from: Store, first: string, last: string) =>
      (await from.expenses.listDays(userId, first, last)).records.map(({ id }) => id);

    expect(await idsOf(store, "2026-11-20", "2026-11-21")).toEqual([1, 4, 5]);
    expect(await idsOf(store, "2026-11-20", "2026-11-20")).toEqual([1, 4]);
    expect(await idsOf(store, "2026-11-21", "2026-11-20")).toEqual([]);
    const { records } = await store.expenses.listDays(99, "0001-01-01", "9999-12-31");
    expect(records).toEqual([]);

    await store.expenses.update(userId, 1, (now) => ({ ...now, spentOn: "2026-11-23" }));
    await store.expenses.remove(userId, 5);
    await store.expenses.create(userId, { ...lunch, spentOn: "2026-11-20" });
    for (const now of [store, await reopen()]) {
      expect(await idsOf(now, "0001-01-01", "9999-12-31")).toEqual([3, 4, 7, 2, 1]);
      expect(await idsOf(now, "2026-11-20", "2026-11-21")).toEqual([4, 7]);
    }
  });

  it("frees an external id when its record gets another one", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const [first, second] = ["bank-1", "bank-2"].map((externalId) => ({ ...lunch, externalId }));
    const { record } = await store.expenses.create(userId, first ?? lunch);
    await Promise.all([
      store.expenses.update(userId, record.id, (current) => ({ ...current, ...second })),
      store.expenses.create(userId, first ?? lunch),
    ]);
    const again = await reopen();
    expect(await again.expenses.list(userId)).toMatchObject([second, first]);
    expect(await again.expenses.create(userId, second ?? lunch)).toMatchObject({
      isNew: false,
      record: { id: record.id },
    });
  });
}
