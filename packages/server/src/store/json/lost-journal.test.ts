/** The outcome of a change whose journal is removed or replaced while a process writes it. */
import { appendFile, copyFile, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { type FaultyDisk, faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import {
  add,
  afterKill,
  descriptionsIn,
  openWithBoth,
  unfolded,
} from "../../testing/owned-folder.ts";
import { openTestStore } from "../../testing/test-store.ts";
import type { Store } from "../store.ts";
import { JournalGone, StorageFull, StorageUnavailable } from "../store-errors.ts";
import { changeLines } from "./journal/journal-line.ts";
import { journalsIn } from "./journal/journal-names.ts";
import { readFolder } from "./disk/load-data.ts";

/** The rename of the snapshot, which follows that of the new journal. */
const isSecondRename = (disk: FaultyDisk) => (_step: number, name: string) =>
  name === "rename" && disk.steps.filter((step) => step === "rename").length > 1;

describe("a journal that is removed while its owner is running", () => {
  it("is restored from memory before the next change is stored, with a report", async () => {
    const { folder, store, said, journal } = await openWithBoth();
    await rm(journal);
    await Promise.all([add(store, "Cake"), add(store, "Bus")]);
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
    await add(store, "Milk");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake", "Bus", "Milk"]);
    expect(said).toEqual([
      expect.stringMatching(/^Somebody removed the journal .* Nothing is lost/),
    ]);
  });

  it("is restored if there is no snapshot yet, and if it has no changes yet", async () => {
    const folder = await newFolder();
    const store = await openTestStore({ folder, foldLimits: unfolded });
    await store.users.create("ada", "hash");
    await rm(join(folder, "journal.1.jsonl"));
    await add(store, "Lunch");
    await rm(join(folder, "journal.2.jsonl"));
    await add(store, "Tea");
    await rm(join(folder, "journal.3.jsonl"));
    await store.checkWritable();
    await rm(join(folder, "journal.4.jsonl"));
    await add(store, "Cake");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
  });

  it("is restored even if it disappears while a change is being written", async () => {
    const disk = faultyDisk();
    const { folder, store, journal } = await openWithBoth({ fs: disk.fs });
    disk.watch(async (name) => {
      if (name === "datasync") await rm(journal, { force: true });
    });
    await add(store, "Cake");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
    expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea", "Cake"]);
  });

  it("is restored when the owner stops, or is asked whether it can write", async () => {
    for (const ask of [(store: Store) => store.close(), (store: Store) => store.checkWritable()]) {
      const { folder, store, journal } = await openWithBoth();
      await rm(journal);
      await ask(store);
      expect(await afterKill(folder)).toEqual(["Lunch", "Tea"]);
    }
  });

  it("doesn't matter while a fold is under way", async () => {
    const { folder, store } = await openWithBoth({
      foldLimits: { minJournalBytes: 600, smallDataBytes: 0 },
    });
    const all = ["Lunch", "Tea"];
    for (let count = 0; count < 20; count += 1) {
      for (const name of await readdir(folder)) {
        if (name.startsWith("journal.")) await rm(join(folder, name), { force: true });
      }
      await add(store, `${count}`);
      all.push(`${count}`);
      expect(await afterKill(folder)).toEqual(all);
    }
  });

  it("causes refusals as long as there is no room to write everything again, and none of those changes is stored", async () => {
    const disk = faultyDisk();
    const { folder, store, journal } = await openWithBoth({ fs: disk.fs });
    await rm(journal);
    for (const step of ["write", "sync", "rename"]) {
      disk.fail((_step, name) => name === step, { code: "ENOSPC" });
      await expect(add(store, "Cake")).rejects.toThrow(StorageFull);
      await expect(store.checkWritable()).rejects.toThrow(StorageFull);
    }
    disk.fail(isSecondRename(disk), { code: "ENOSPC" });
    await expect(add(store, "Cake")).rejects.toThrow(StorageFull);
    expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea"]);
    disk.fail(() => false);
    await add(store, "Bus");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Bus"]);
  });

  it("is used again if it is put back", async () => {
    const disk = faultyDisk();
    const { folder, store, said, journal } = await openWithBoth({ fs: disk.fs });
    await rename(journal, `${journal}.away`);
    disk.fail(isSecondRename(disk));
    await expect(add(store, "Cake")).rejects.toThrow(StorageUnavailable);
    disk.fail(() => false);
    await rename(`${journal}.away`, journal);
    await add(store, "Bus");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Bus"]);
    expect(said).toEqual([expect.stringContaining("could not be written again (EIO)")]);
  });
});

const lastChangeIn = async (folder: string) =>
  (await readFolder(folder, nodeFileSystem)).state.lastChange;

/** Opens a store beside an earlier copy of the journal, as a file backup has it. */
async function openWithCopy() {
  const opened = await openWithBoth();
  const copy = join(await newFolder(), "copy");
  await copyFile(opened.journal, copy);
  await add(opened.store, "Cake");
  return { ...opened, copy };
}

describe("a journal that is replaced by another one", () => {
  it.each([
    ["over it", (from: string, to: string) => copyFile(from, to)],
    ["in its stead", (from: string, to: string) => rename(from, to)],
  ])("has an earlier copy kept aside, and all data written again: %s", async (_, put) => {
    const { folder, store, copy, journal } = await openWithCopy();
    const earlier = await readFile(copy);
    await put(copy, journal);
    await store.checkWritable();
    await add(store, "Bus");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
    const aside = (await readdir(folder)).find((name) => name.startsWith("replaced-")) ?? "";
    expect(await readFile(join(folder, aside, basename(journal)))).toEqual(earlier);
  });

  it("leaves the other one unchanged if that has a change unknown to this process", async () => {
    const { folder, store, journal } = await openWithBoth();
    const lines = changeLines((await lastChangeIn(folder)) + 1, [{ remove: { expenses: [] } }]);
    await appendFile(journal, lines);
    const found = await readFile(journal);
    for (const attempt of ["Bus", "Milk"]) {
      await expect(add(store, attempt)).rejects.toThrow(StorageUnavailable);
      await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
    }
    await store.close();
    expect(await readFile(journal)).toEqual(found);
    expect(await descriptionsIn(await openTestStore({ folder }))).toEqual(["Lunch", "Tea"]);
  });

  it("goes on in the other one if that is a complete copy", async () => {
    const { folder, store, journal } = await openWithBoth();
    await copyFile(journal, `${journal}.copy`);
    await rename(`${journal}.copy`, journal);
    await add(store, "Cake");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
  });

  it("goes on in the other one from the next change on if that is a recent complete copy", async () => {
    const disk = faultyDisk();
    const { folder, store, journal } = await openWithBoth({ fs: disk.fs });
    await copyFile(journal, `${journal}.copy`);
    disk.watch(async (name) => {
      if (name === "datasync") await rename(`${journal}.copy`, journal);
    });
    await expect(add(store, "Cake")).rejects.toThrow(StorageUnavailable);
    disk.watch(async () => undefined);
    await add(store, "Bus");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Bus"]);
  });
});

it("a command refuses a change whose journal is gone by the time it is written, and restores nothing", async () => {
  const disk = faultyDisk();
  const { folder, store, journal } = await openWithBoth();
  await store.close();
  const command = await openTestStore({ folder, fs: disk.fs, own: false, foldLimits: unfolded });
  disk.watch(async (name) => {
    if (name === "datasync") await rm(journal, { force: true });
  });
  await expect(add(command, "Cake")).rejects.toThrow(JournalGone);
  expect(await journalsIn(folder, nodeFileSystem)).toEqual([]);
});
