/** A store's answers to the question whether it can be written. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { bankFile, food, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";
import { StorageFull, StorageUnavailable } from "../store-errors.ts";
import type { OnWrite } from "../store-figures.ts";

const journal = "journal.1.jsonl";

/** Nothing else is synced like this. */
const isJournal = (_step: number, name: string) => name === "datasync";

/** A server's store with some content, on a disk that can fail. */
async function openWithLunch(onWrite?: OnWrite) {
  const folder = await newFolder();
  const disk = faultyDisk();
  const store = await openTestStore({ folder, fs: disk.fs, onWrite });
  const { id } = await store.users.create("ada", "hash");
  await store.expenses.create(id, lunch);
  return { folder, disk, store, userId: id };
}

describe("a store that is asked whether it can be written", () => {
  it("says yes, and leaves nothing behind", async () => {
    const { folder, store, disk } = await openWithLunch();
    const [names, before] = [await readdir(folder), await readFile(join(folder, journal))];
    disk.fail(() => false);
    await store.checkWritable();
    expect(disk.steps).toContain("write");
    expect(await readdir(folder)).toEqual(names);
    expect(await readFile(join(folder, journal))).toEqual(before);
  });

  it.each(["open", "write", "sync"])("says no if every %s fails", async (name) => {
    const { disk, store } = await openWithLunch();
    disk.fail((_step, step) => step === name, { code: "EROFS" });
    await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
    disk.fail((_step, step) => step === name, { code: "ENOSPC", isShortWrite: true });
    await expect(store.checkWritable()).rejects.toThrow(StorageFull);
    disk.fail(() => false);
    await store.checkWritable();
  });

  it("says no as long as only its journal can't be written, and then yes by itself", async () => {
    const { folder, disk, store, userId } = await openWithLunch();
    const before = await readFile(join(folder, journal));
    disk.fail(isJournal, { code: "EFBIG" });
    await store.checkWritable();
    await expect(store.expenses.create(userId, lunch)).rejects.toThrow(StorageFull);
    await expect(store.checkWritable()).rejects.toThrow(StorageFull);
    await expect(store.checkWritable()).rejects.toThrow(StorageFull);
    disk.fail(() => false);
    await store.checkWritable();
    expect(await readFile(join(folder, journal))).toEqual(before);
    disk.fail(isJournal);
    await store.checkWritable();
  });

  it("says no if the folder is gone and can't be created again", async () => {
    const { folder, store } = await openWithLunch();
    await rm(folder, { recursive: true });
    await writeFile(folder, "in the way");
    await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
    await rm(folder);
    await store.checkWritable();
  });

  it("says no if another process has taken the folder, and when it is closed", async () => {
    const { folder, store } = await openWithLunch();
    await writeFile(join(folder, "writer.99.lock"), "another's");
    await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
    await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
    await rm(join(folder, "writer.99.lock"));
    await store.close();
    await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
  });
});

describe("a store's figures", () => {
  it("count records and bytes", async () => {
    const { folder, store, userId } = await openWithLunch();
    await store.budgets.create(userId, food);
    await store.imports.add(userId, bankFile, fromBank("a", "b"));
    await store.expenses.remove(userId, 1);
    expect(await store.sizes()).toMatchObject({
      records: { user: 1, expense: 3, budget: 1, import: 1, api_key: 0, category: 0 },
      snapshotBytes: 0,
      journalBytes: (await readFile(join(folder, journal))).length,
    });
    await store.close();
    const again = await openTestStore({ folder });
    const { records, snapshotBytes } = await again.sizes();
    expect(records).toMatchObject({ user: 1, expense: 3 });
    expect(snapshotBytes).toBe((await readFile(join(folder, "outlay.json"))).length);
  });

  it("report the number of changes of each write, and none for a failed one", async () => {
    const writes: number[] = [];
    const { disk, store, userId } = await openWithLunch(({ changes }) => writes.push(changes));
    const add = () => store.expenses.create(userId, lunch);
    // Changes that arrive at once are written together.
    await Promise.all([add(), add(), add()]);
    disk.fail(() => true);
    await expect(add()).rejects.toThrow(StorageUnavailable);
    expect(writes).toEqual([1, 1, 3, 0]);
    disk.fail(() => false);
  });
});
