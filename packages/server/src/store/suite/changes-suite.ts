import type { ExpenseFields } from "@outlay/shared";
import { expect, it } from "vitest";
import { everyExpense } from "../../domain/expense-query.ts";
import { NotAllFound } from "../store-errors.ts";
import { lunch, type OpenStore } from "./store-under-test.ts";

const withNote = (note: string) => (): ExpenseFields => ({ ...lunch, note });

const timeless = (record: object | undefined) => JSON.stringify({ ...record, updatedAt: "" });

async function withLunches(open: OpenStore, count: number) {
  const { store, ...more } = await open();
  const { id: userId } = await store.users.create("ada", "hash");
  for (let times = 0; times < count; times += 1) await store.expenses.create(userId, lunch);
  const notes = async (from = store) =>
    (await from.expenses.list(userId)).map(({ note }) => note ?? null);
  return { store, userId, notes, ...more };
}

export function changesSuite(open: OpenStore): void {
  it("changes all of the named expenses, or those of a filter, and reverts the change", async () => {
    const { store, userId, notes, reopen } = await withLunches(open, 3);
    const named = { ids: [1, 3, 3] };
    expect(await store.changes.change(userId, named, withNote("a"))).toEqual({
      changeId: 1,
      count: 2,
    });
    expect(await notes()).toEqual(["a", null, "a"]);
    const all = { filter: everyExpense };
    expect(await store.changes.change(userId, all, withNote("b"))).toMatchObject({ count: 3 });
    const again = await reopen();
    expect(await notes(again)).toEqual(["b", "b", "b"]);
    expect(await again.changes.revert(userId, 2)).toEqual({ reverted: 3, kept: 0 });
    expect(await notes(again)).toEqual(["a", null, "a"]);
  });

  it("gives back a field that was missing, byte for byte, except for the time of the change", async () => {
    const { store, userId } = await withLunches(open, 1);
    const before = await store.expenses.find(userId, 1);
    const fields = { ...lunch, kind: "TRANSFER", direction: "in", category: null } as const;
    await store.changes.change(userId, { ids: [1] }, () => fields);
    await store.changes.revert(userId, 1);
    const after = await store.expenses.find(userId, 1);
    expect(timeless(after)).toBe(timeless(before));
  });

  it("leaves alone what already is as wanted, and makes no change if that is everything", async () => {
    const { store, userId } = await withLunches(open, 2);
    await store.changes.change(userId, { ids: [1] }, withNote("a"));
    const former = await store.expenses.find(userId, 1);
    const again = await store.changes.change(userId, { ids: [1, 2] }, withNote("a"));
    expect(again).toEqual({ changeId: 2, count: 1 });
    expect(await store.expenses.find(userId, 1)).toEqual(former);
    const nothing = await store.changes.change(userId, { ids: [1, 2] }, withNote("a"));
    expect(nothing).toEqual({ changeId: null, count: 0 });
  });

  it("changes none if one is missing, in the trash, or doesn't permit it", async () => {
    const { store, userId, notes } = await withLunches(open, 3);
    await store.expenses.remove(userId, 2);
    const missing = store.changes.change(userId, { ids: [1, 2, 9] }, withNote("a"));
    await expect(missing).rejects.toThrow(new NotAllFound([2, 9]));
    const refused = store.changes.change(userId, { ids: [1, 3] }, ({ id }) => {
      if (id === 3) throw new Error("not this one");
      return { ...lunch, note: "a" };
    });
    await expect(refused).rejects.toThrow("not this one");
    expect(await notes()).toEqual([null, null]);
  });

  it("reverts only what nobody has changed or removed since, and only once", async () => {
    const { store, userId, notes, passDays } = await withLunches(open, 4);
    await store.changes.change(userId, { filter: everyExpense }, withNote("a"));
    passDays(1);
    await store.expenses.update(userId, 1, withNote("by hand"));
    await store.changes.change(userId, { ids: [2] }, withNote("later"));
    await store.expenses.remove(userId, 3);
    expect(await store.changes.revert(userId, 1)).toEqual({ reverted: 1, kept: 3 });
    expect(await notes()).toEqual(["by hand", "later", null]);
    expect(await store.changes.revert(userId, 1)).toEqual({ reverted: 0, kept: 4 });
  });

  it("can be reverted for thirty days, and by nobody else", async () => {
    const { store, userId, notes, passDays, reopen } = await withLunches(open, 1);
    const { id: grace } = await store.users.create("grace", "hash");
    await store.changes.change(userId, { ids: [1] }, withNote("a"));
    expect(await store.changes.revert(grace, 1)).toBeUndefined();
    expect(await store.changes.revert(userId, 2)).toBeUndefined();
    passDays(31);
    expect(await store.changes.revert(userId, 1)).toBeUndefined();
    const again = await reopen();
    expect(await notes(again)).toEqual(["a"]);
    expect(await again.changes.revert(userId, 1)).toBeUndefined();
  });
}
