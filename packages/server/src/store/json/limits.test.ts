/** The limits of a store: a refused change stores nothing. */
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { changeFolder } from "../../testing/change-folder.ts";
import { ofAllKinds } from "../../testing/records-of-all-kinds.ts";
import { bankFile, food, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";
import { LimitReached } from "../store-errors.ts";

async function openWith(limits: { maxRecordsOfUser?: number; maxBytes?: number }) {
  const folder = await newFolder();
  const store = await openTestStore({
    folder,
    limits: { maxRecordsOfUser: Infinity, maxBytes: Infinity, ...limits },
  });
  const { id } = await store.users.create("ada", "hash");
  return { folder, store, id };
}

const rows = (count: number) => fromBank(...Array.from({ length: count }, (_, row) => `${row}`));

describe("an account with the most records allowed", () => {
  it("gets no more records of any kind, while others do", async () => {
    const { store, id } = await openWith({ maxRecordsOfUser: 3 });
    await store.expenses.create(id, lunch);
    await store.budgets.create(id, food);
    await store.imports.add(id, bankFile, []);
    const key = { name: "cron", scope: "read", expiresAt: null, secretHash: "hash" } as const;
    for (const attempt of [
      () => store.expenses.create(id, lunch),
      () => store.budgets.create(id, food),
      () => store.imports.add(id, { source: "other.csv", externalId: null }, []),
      () => store.apiKeys.create(id, key),
    ]) {
      await expect(attempt()).rejects.toThrow(LimitReached);
    }
    const grace = await store.users.create("grace", "hash");
    await store.expenses.create(grace.id, lunch);
  });

  it("counts the trash, and changes made at once", async () => {
    const { store, id } = await openWith({ maxRecordsOfUser: 2 });
    const { record } = await store.expenses.create(id, lunch);
    await store.expenses.remove(id, record.id);
    const both = [store.expenses.create(id, lunch), store.expenses.create(id, lunch)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
  });

  it("counts records of newer kinds, but not those that the store makes by itself", async () => {
    const { folder, store, id } = await openWith({});
    await store.close();
    const { changes, removedRows, categories, rules } = ofAllKinds;
    const foldLimits = { minJournalBytes: 1e9, smallDataBytes: 0 };
    await changeFolder(folder, { put: { changes, removedRows } }, { foldLimits });
    const again = (maxRecordsOfUser: number) =>
      openTestStore({
        folder,
        foldLimits,
        limits: { maxRecordsOfUser, maxBytes: Infinity },
      });
    const first = await again(1);
    await first.expenses.create(id, lunch);
    await expect(first.expenses.create(id, lunch)).rejects.toThrow(LimitReached);
    await first.close();
    await changeFolder(folder, { put: { categories, rules } }, { foldLimits });
    const second = await again(3);
    await expect(second.expenses.create(id, lunch)).rejects.toThrow(LimitReached);
  });

  it("gets either all of an import or nothing", async () => {
    const { folder, store, id } = await openWith({ maxRecordsOfUser: 4 });
    await expect(store.imports.add(id, bankFile, rows(4))).rejects.toThrow(LimitReached);
    expect(await store.expenses.list(id)).toEqual([]);
    await store.imports.add(id, bankFile, rows(3));
    await store.close();
    const again = await openTestStore({ folder });
    expect(await again.expenses.list(id)).toHaveLength(3);
  });

  it("can change, remove and restore its records, and has room again after undoing an import", async () => {
    const { store, id } = await openWith({ maxRecordsOfUser: 3 });
    const { batch } = await store.imports.add(id, bankFile, rows(2));
    const [first] = await store.expenses.list(id);
    const expenseId = first?.id ?? 0;
    await store.expenses.update(id, expenseId, ({ externalId }) => ({ ...lunch, externalId }));
    expect(await store.expenses.remove(id, expenseId)).toBe(true);
    expect(await store.expenses.restore(id, expenseId)).toBeDefined();
    // Adding the same row again adds nothing.
    await store.imports.addTo(id, batch.id, rows(1));
    await store.imports.revert(id, batch.id);
    await store.imports.add(id, bankFile, rows(2));
  });
});

describe("a store whose records take all the memory allowed", () => {
  it("stores no more for anybody, not even in place of something smaller", async () => {
    const { store, id } = await openWith({ maxBytes: 4000 });
    const { record } = await store.expenses.create(id, { ...lunch, description: "x" });
    const long = { ...lunch, description: "x".repeat(200) };
    const attempts = Array.from({ length: 10 }, () => store.expenses.create(id, long));
    const refused = (await Promise.allSettled(attempts)).filter(
      ({ status }) => status === "rejected",
    );
    expect(refused.length).toBeGreaterThan(0);
    const count = (await store.expenses.list(id)).length;
    expect(count).toBeGreaterThan(1);
    await expect(
      store.expenses.update(id, record.id, () => ({
        ...long,
        tags: rows(20).map(({ externalId }) => `tag-${externalId}`),
      })),
    ).rejects.toThrow(LimitReached);
    await expect(store.users.create("grace", "hash")).rejects.toThrow(LimitReached);
    expect(await store.expenses.remove(id, record.id)).toBe(true);
    await store.users.changePassword(id, "another");
    await store.refreshTokens.revoke("token", "9999-01-01T00:00:00.000Z");
  });

  it("has room again when a user is removed, or a batch is reverted", async () => {
    const { store, id } = await openWith({ maxBytes: 8000 });
    const { batch } = await store.imports.add(id, bankFile, rows(6));
    await expect(store.imports.addTo(id, batch.id, rows(12))).rejects.toThrow(LimitReached);
    await store.imports.revert(id, batch.id);
    await store.imports.add(id, bankFile, rows(6));
    await store.users.remove(id);
    const { id: grace } = await store.users.create("grace", "hash");
    await store.imports.add(grace, bankFile, rows(6));
  });

  it("counts the memory of all kinds of records", async () => {
    const { folder, store, id } = await openWith({});
    await store.close();
    const open = (maxBytes: number) =>
      openTestStore({ folder, limits: { maxRecordsOfUser: Infinity, maxBytes } });
    const [change] = ofAllKinds.changes;
    const groups = Array.from({ length: 20 }, () => change?.groups ?? []).flat();
    const changes = change ? [{ ...change, createdAt: new Date().toISOString(), groups }] : [];
    const before = await open(5000);
    await before.expenses.create(id, lunch);
    await before.close();
    await changeFolder(folder, { put: { changes } });
    await expect((await open(5000)).expenses.create(id, lunch)).rejects.toThrow(LimitReached);
  });

  it("shows existing records, however many there are", async () => {
    const { folder, store, id } = await openWith({});
    await store.imports.add(id, bankFile, rows(3));
    await store.close();
    const again = await openTestStore({ folder, limits: { maxRecordsOfUser: 1, maxBytes: 1 } });
    expect(await again.expenses.list(id)).toHaveLength(3);
    await expect(again.expenses.create(id, lunch)).rejects.toThrow(LimitReached);
  });

  it("may shrink records, however many there are", async () => {
    const { folder, store, id } = await openWith({});
    const long = { ...lunch, description: "x".repeat(200) };
    const { record } = await store.expenses.create(id, long);
    await store.close();
    const again = await openTestStore({ folder, limits: { maxRecordsOfUser: 1, maxBytes: 1 } });
    await expect(
      again.expenses.update(id, record.id, () => ({ ...long, description: "x".repeat(201) })),
    ).rejects.toThrow(LimitReached);
    await again.expenses.update(id, record.id, () => lunch);
    await again.users.changePassword(id, "another");
    expect(await again.expenses.remove(id, record.id)).toBe(true);
  });
});
