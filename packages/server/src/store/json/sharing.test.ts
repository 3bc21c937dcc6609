/** Several stores use one folder when the disk fails one of them. */
import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { lunch, openTestStore } from "../../testing/test-store.ts";
import { StorageUnavailable } from "../store-errors.ts";

const unfolded = { minJournalBytes: 1e9, smallDataBytes: 0 };
const userId = 1;

/** A store whose disk can be made to fail, and another one beside it that has read everything. */
async function pair(foldLimits = unfolded) {
  const folder = await newFolder();
  const disk = faultyDisk();
  const failing = await openTestStore({ folder, own: false, foldLimits, fs: disk.fs });
  await failing.users.create("ada", "hash");
  await failing.expenses.create(userId, { ...lunch, description: "first" });
  const other = await openTestStore({ folder, own: false, foldLimits: unfolded });
  const seen = async () =>
    (await other.expenses.list(userId)).map(({ description }) => description);
  return { folder, disk, failing, other, seen };
}

describe("a change that another process has read before it turned out that it can't be synced", () => {
  it("is forgotten by that process, whose own change is then stored after the remaining ones", async () => {
    const { folder, disk, failing, other, seen } = await pair();
    const seenMeanwhile: string[][] = [];
    disk.fail((_step, name) => name === "datasync", {
      code: "EIO",
      before: async () => void seenMeanwhile.push(await seen()),
    });
    const refused = failing.expenses.create(userId, { ...lunch, description: "refused" });
    await expect(refused).rejects.toThrow(StorageUnavailable);
    disk.fail(() => false);
    expect(seenMeanwhile[0]).toEqual(["first", "refused"]);
    await failing.expenses.list(userId);

    await other.expenses.create(userId, { ...lunch, description: "second" });

    expect(await seen()).toEqual(["first", "second"]);
    const again = await openTestStore({ folder });
    expect(await again.expenses.list(userId)).toHaveLength(2);
  });

  it("is distinguished from another one of the same length that replaced it", async () => {
    const { disk, failing, seen } = await pair();
    disk.fail((_step, name) => name === "datasync", {
      code: "EIO",
      before: async () => void (await seen()),
    });
    const refused = failing.expenses.create(userId, { ...lunch, description: "AAA" });
    await expect(refused).rejects.toThrow(StorageUnavailable);
    disk.fail(() => false);
    await failing.expenses.create(userId, { ...lunch, description: "BBB" });
    expect(await seen()).toEqual(["first", "BBB"]);
  });
});

describe("the use of a key", () => {
  it("is refused at once while another process writes, and doesn't keep others from waiting", async () => {
    const folder = await newFolder();
    const store = await openTestStore({ folder, own: false, patienceMs: 60_000 });
    await store.users.create("ada", "hash");
    const cron = { name: "cron", scope: "read", expiresAt: null, secretHash: "hash" } as const;
    await store.apiKeys.create(userId, cron);
    const writer = await openTestStore({ folder });
    const use = store.apiKeys.noteUse(userId, 1, "2026-11-22T12:00:00.000Z");
    const created = store.expenses.create(userId, lunch);
    await expect(use).rejects.toThrow(StorageUnavailable);
    await writer.close();
    expect(await created).toMatchObject({ isNew: true });
    expect(await store.apiKeys.list(userId)).toMatchObject([{ lastUsedAt: null }]);
  });
});

describe("a journal whose creation failed half-way", () => {
  it("is not removed once another process has continued in it", async () => {
    const { folder, disk, failing, other } = await pair({
      minJournalBytes: 1e9,
      smallDataBytes: 1e9,
    });
    // The new journal has its name, but its folder can't be synced, and it can't be removed either.
    let folderSyncs = 0;
    disk.fail((_step, name) => {
      if (name === "rename") folderSyncs = 1;
      if (name === "sync" && folderSyncs === 1) return true;
      return name === "rm";
    });
    await failing.expenses.create(userId, { ...lunch, description: "second" });
    await failing.expenses.list(userId);
    disk.fail(() => false);
    await other.expenses.create(userId, { ...lunch, description: "other's" });
    await failing.expenses.create(userId, { ...lunch, description: "third" });
    const again = await openTestStore({ folder, own: false });
    expect(await again.expenses.list(userId)).toMatchObject([
      { description: "first" },
      { description: "second" },
      { description: "other's" },
      { description: "third" },
    ]);
  });

  it("isn't begun after a line that could not be cut off", async () => {
    const folder = await newFolder();
    const disk = faultyDisk();
    const store = await openTestStore({
      folder,
      foldLimits: { minJournalBytes: 1e9, smallDataBytes: 1e9 },
      fs: disk.fs,
    });
    await store.users.create("ada", "hash");
    disk.fail((_step, name) => ["datasync", "truncate"].includes(name));
    await expect(store.expenses.create(userId, lunch)).rejects.toThrow(StorageUnavailable);
    // Closing folds, which begins a journal; then writing the snapshot fails.
    disk.fail((_step, name) => name === "chmod" && disk.steps.includes("rename"));
    await store.close();
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith("journal"))).toHaveLength(2);
    const again = await openTestStore({ folder });
    expect(await again.users.findById(userId)).toMatchObject({ username: "ada" });
    expect(await again.expenses.list(userId)).toEqual([]);
  });
});
