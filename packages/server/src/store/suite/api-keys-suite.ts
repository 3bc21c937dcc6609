import { expect, it } from "vitest";
import type { ApiKeyFields } from "../../domain/api-key.ts";
import { UserGone } from "../store-errors.ts";
import type { OpenStore } from "./store-under-test.ts";

const cron: ApiKeyFields = {
  name: "cron",
  scope: "import",
  expiresAt: null,
  secretHash: "hash-1",
};
const noon = "2026-11-22T12:00:00.000Z";
const evening = "2026-11-22T18:00:00.000Z";

export function apiKeysSuite(open: OpenStore): void {
  it("finds a key of any user by its secret's hash, even when opened again", async () => {
    const { store, reopen } = await open();
    await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const key = await store.apiKeys.create(grace, { ...cron, expiresAt: evening });
    expect(key).toMatchObject({ ...cron, userId: grace, expiresAt: evening, lastUsedAt: null });
    expect(await store.apiKeys.findByHash("hash-1")).toEqual(key);
    expect(await store.apiKeys.findByHash("hash-2")).toBeUndefined();
    expect(await (await reopen()).apiKeys.findByHash("hash-1")).toEqual(key);
  });

  it("lists a user's keys by id, and nobody else's", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    await store.apiKeys.create(ada, cron);
    await store.apiKeys.create(grace, { ...cron, secretHash: "hash-2" });
    await store.apiKeys.create(ada, { ...cron, secretHash: "hash-3" });
    const listed = await store.apiKeys.list(ada);
    expect(listed.map(({ secretHash }) => secretHash)).toEqual(["hash-1", "hash-3"]);
  });

  it("revokes a key once, for its owner alone, and remembers it as revoked", async () => {
    const { store, reopen, passDays } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const { id } = await store.apiKeys.create(ada, cron);
    expect(await store.apiKeys.revoke(grace, id)).toBe(false);
    const results = await Promise.all([
      store.apiKeys.revoke(ada, id),
      store.apiKeys.revoke(ada, id),
    ]);
    expect(results).toEqual([true, false]);
    passDays(400);
    const again = await reopen();
    expect(await again.apiKeys.list(ada)).toEqual([]);
    expect(await again.apiKeys.findByHash("hash-1")).toMatchObject({
      revokedAt: expect.any(String) as unknown,
    });
  });

  it("never reuses a key's id", async () => {
    const { store, reopen } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id } = await store.apiKeys.create(ada, cron);
    await store.users.remove(ada);
    const again = await reopen();
    const { id: grace } = await again.users.create("grace", "hash");
    const next = await again.apiKeys.create(grace, { ...cron, secretHash: "hash-2" });
    expect(next.id).toBeGreaterThan(id);
  });

  it("stores the last use, and no earlier one, of a valid key", async () => {
    const { store, reopen } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const { id: grace } = await store.users.create("grace", "hash");
    const { id } = await store.apiKeys.create(ada, cron);
    await store.apiKeys.noteUse(grace, id, evening);
    expect(await store.apiKeys.findByHash("hash-1")).toMatchObject({ lastUsedAt: null });
    await store.apiKeys.noteUse(ada, id, evening);
    await store.apiKeys.noteUse(ada, id, noon);
    const again = await reopen();
    expect(await again.apiKeys.list(ada)).toMatchObject([{ id, lastUsedAt: evening }]);

    await again.apiKeys.revoke(ada, id);
    await again.apiKeys.noteUse(ada, id, "2026-11-23T12:00:00.000Z");
    expect(await again.apiKeys.findByHash("hash-1")).toMatchObject({ lastUsedAt: evening });
  });

  it("removes a user's keys with the user, and creates none for a removed user", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    await store.apiKeys.create(ada, cron);
    const made = { ...cron, secretHash: "hash-2" };
    const [, created] = await Promise.allSettled([
      store.users.remove(ada),
      store.apiKeys.create(ada, made),
    ]);
    expect(created).toMatchObject({ reason: expect.any(UserGone) as unknown });
    expect(await store.apiKeys.list(ada)).toEqual([]);
    expect(await store.apiKeys.findByHash("hash-1")).toBeUndefined();
    expect(await store.apiKeys.findByHash("hash-2")).toBeUndefined();
  });

  it("leaves keys as they are when the password changes", async () => {
    const { store } = await open();
    const { id: ada } = await store.users.create("ada", "hash");
    const key = await store.apiKeys.create(ada, cron);
    await store.users.changePassword(ada, "new");
    expect(await store.apiKeys.findByHash("hash-1")).toEqual(key);
  });
}
