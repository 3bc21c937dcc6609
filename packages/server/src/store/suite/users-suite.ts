import { expect, it } from "vitest";
import { UserGone, UsernameTaken } from "../store-errors.ts";
import { food, lunch, type OpenStore } from "./store-under-test.ts";

export function usersSuite(open: OpenStore): void {
  it("has each user name once, even if several clients ask for it at once", async () => {
    const { store } = await open();
    const wanted = Array.from({ length: 5 }, () => store.users.create("ada", "hash"));
    const results = await Promise.allSettled(wanted);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(store.users.create("ada", "hash")).rejects.toThrow(UsernameTaken);
  });

  it("lists the users by id", async () => {
    const { store, reopen } = await open();
    expect(await store.users.list()).toEqual([]);
    const grace = await store.users.create("grace", "hash");
    const ada = await store.users.create("ada", "hash");
    await store.users.changePassword(grace.id, "new");
    const changed = await store.users.findById(grace.id);
    expect(changed).toMatchObject({ username: "grace", passwordHash: "new" });
    expect(await store.users.list()).toEqual([changed, ada]);
    expect(await (await reopen()).users.list()).toEqual([changed, ada]);
  });

  it("raises a password's version with each new one", async () => {
    const { store } = await open();
    const { id, passwordVersion } = await store.users.create("ada", "hash");
    expect(await store.users.changePassword(id, "new")).toBe(true);
    const changed = await store.users.findById(id);
    expect(changed).toMatchObject({ passwordHash: "new" });
    expect(changed?.passwordVersion).toBeGreaterThan(passwordVersion);
    expect(await store.users.changePassword(99, "new")).toBe(false);
  });

  it("changes a password and removes a user only under the compared hash, if there was one", async () => {
    const { store } = await open();
    const { id } = await store.users.create("ada", "hash");
    const changes = ["one", "two"].map((text) => store.users.changePassword(id, text, "hash"));
    expect(await Promise.all(changes)).toEqual([true, false]);
    expect(await store.users.findById(id)).toMatchObject({ passwordHash: "one" });
    expect(await store.users.remove(id, "hash")).toBe(false);
    expect(await store.users.remove(id, "one")).toBe(true);
  });

  it("removes a user with all of their records, and nothing of others", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    for (const userId of [ada, grace]) {
      await store.expenses.create(userId, lunch);
      await store.budgets.create(userId, food);
    }
    expect(await store.users.remove(ada)).toBe(true);
    expect(await store.users.remove(ada)).toBe(false);
    expect(await store.users.findByName("ada")).toBeUndefined();
    expect(await store.expenses.list(ada)).toEqual([]);
    expect(await store.expenses.list(grace)).toHaveLength(1);
    expect(await store.budgets.list(grace)).toHaveLength(1);
  });

  it("records nothing for a removed user, even if both are requested at once", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const [, created] = await Promise.allSettled([
      store.users.remove(userId),
      store.expenses.create(userId, lunch),
    ]);
    expect(created).toMatchObject({
      status: "rejected",
      reason: expect.any(UserGone) as unknown,
    });
    await expect(store.budgets.create(99, food)).rejects.toThrow(UserGone);
    expect(await store.expenses.list(userId)).toEqual([]);
  });

  it("shows a record to its owner and to nobody else", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const { record } = await store.expenses.create(ada, lunch);

    expect(await store.expenses.find(grace, record.id)).toBeUndefined();
    expect(await store.expenses.list(grace)).toEqual([]);
    expect(await store.expenses.update(grace, record.id, () => lunch)).toBeUndefined();
    expect(await store.expenses.remove(grace, record.id)).toBe(false);
    expect(await store.expenses.find(ada, record.id)).toEqual(record);
  });
}
