import { expect, it } from "vitest";
import { food, lunch, type OpenStore } from "./store-under-test.ts";

export function trashSuite(open: OpenStore): void {
  it("gives the external id of a record gone from the trash to an older record, for good", async () => {
    const { store, passDays, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const fromBank = { ...lunch, externalId: "bank-1" };
    const { record: older } = await store.expenses.create(userId, lunch);
    const { record: gone } = await store.expenses.create(userId, fromBank);
    await store.expenses.remove(userId, gone.id);
    const before = await reopen();
    passDays(31);
    await before.expenses.update(userId, older.id, (now) => ({ ...now, externalId: "bank-1" }));
    const again = await reopen();
    expect(await again.expenses.create(userId, fromBank)).toMatchObject({
      isNew: false,
      record: { id: older.id },
    });
    expect(await again.expenses.listRemoved(userId)).toEqual([]);
  });

  it("keeps a removed record in the trash for thirty days, out of sight", async () => {
    const { store, passDays, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { record } = await store.expenses.create(userId, lunch);
    await store.expenses.remove(userId, record.id);

    expect(await store.expenses.list(userId)).toEqual([]);
    expect(await store.expenses.find(userId, record.id)).toBeUndefined();
    expect(await store.expenses.update(userId, record.id, () => lunch)).toBeUndefined();
    expect(await store.expenses.remove(userId, record.id)).toBe(false);
    expect(await store.expenses.listRemoved(userId)).toMatchObject([lunch]);

    passDays(29);
    const again = await reopen();
    expect(await again.expenses.listRemoved(userId)).toHaveLength(1);
    passDays(2);
    expect(await again.expenses.listRemoved(userId)).toEqual([]);
    expect(await again.expenses.restore(userId, record.id)).toBeUndefined();
  });

  it("restores records of the owner's trash unchanged, and nothing else", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const { record } = await store.budgets.create(ada, food);
    expect(await store.budgets.restore(ada, record.id)).toBeUndefined();
    await store.budgets.remove(ada, record.id);
    expect(await store.budgets.restore(grace, record.id)).toBeUndefined();
    expect(await store.budgets.listRemoved(grace)).toEqual([]);
    expect(await store.budgets.restore(ada, record.id)).toEqual(record);
    expect(await store.budgets.list(ada)).toEqual([record]);
    expect(await store.budgets.listRemoved(ada)).toEqual([]);
  });

  it("doesn't record a removed external id again, until the record is gone from the trash", async () => {
    const { store, passDays } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const fromBank = { ...lunch, externalId: "bank-1" };
    const { record } = await store.expenses.create(userId, fromBank);
    await store.expenses.remove(userId, record.id);
    expect(await store.expenses.create(userId, fromBank)).toMatchObject({ isNew: false });
    passDays(31);
    expect(await store.expenses.create(userId, fromBank)).toMatchObject({ isNew: true });
  });
}
