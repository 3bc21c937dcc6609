/**
 * Stored data survive when files of the folder are removed or replaced while a process keeps it.
 */
import { EventEmitter, once } from "node:events";
import { copyFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import {
  add,
  afterKill,
  descriptionsIn,
  openWithBoth,
  unfolded,
} from "../../testing/owned-folder.ts";
import { openTestStore } from "../../testing/test-store.ts";
import { LockLost, StorageFull, StorageUnavailable } from "../store-errors.ts";
import { backUp } from "./backup/backup.ts";
import { openJsonStore } from "./json-store.ts";

async function removeLike(folder: string, pattern: RegExp): Promise<void> {
  for (const name of await readdir(folder)) {
    if (pattern.test(name)) await rm(join(folder, name));
  }
}

const removals: [string, (folder: string) => Promise<void>][] = [
  ["the snapshot", (folder) => rm(join(folder, "outlay.json"))],
  ["snapshot and journal", (folder) => removeLike(folder, /^(outlay\.json|journal\..*)$/)],
  ["the lock", (folder) => removeLike(folder, /\.lock$/)],
  ["all of them", (folder) => removeLike(folder, /./)],
  ["the folder", (folder) => rm(folder, { recursive: true })],
];

describe("files that are removed while their owner is running", () => {
  it.each(removals)("are restored before the next change, with a report: %s", async (_, remove) => {
    const { folder, store, said } = await openWithBoth();
    await remove(folder);
    expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea"]);
    await add(store, "Cake");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
    expect(said.join()).toMatch(/^Somebody removed .* from the data folder/);
    await store.close();
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
  });

  it.each(removals)("are restored when the owner stops: %s", async (_, remove) => {
    const { folder, store } = await openWithBoth();
    await remove(folder);
    await store.close();
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea"]);
  });

  it.each(removals)(
    "are restored when the owner is asked whether it can write: %s",
    async (_, remove) => {
      const { folder, store } = await openWithBoth();
      await remove(folder);
      await store.checkWritable();
      expect(await afterKill(folder)).toEqual(["Lunch", "Tea"]);
    },
  );

  it("are restored even if nobody asks for anything", async () => {
    const told = new EventEmitter();
    const report = (message: string) => told.emit("report", message);
    const { folder } = await openWithBoth({ report, lookEveryMs: 1 });
    await rm(join(folder, "outlay.json"));
    const [message] = await once(told, "report");
    expect(message).toMatch(/^Somebody removed the snapshot .* Nothing is lost/);
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea"]);
  });

  it("are restored together with other files that belong into the folder", async () => {
    const { folder, store } = await openWithBoth({
      putBack: () => writeFile(join(folder, "key"), ""),
    });
    await removeLike(folder, /./);
    await add(store, "Cake");
    expect(await readdir(folder)).toContain("key");
  });

  it.each([
    ["ENOSPC", StorageFull],
    ["EIO", StorageUnavailable],
  ])(
    "end the owner with an error if they can't be restored, with one report: %s",
    async (code, refusal) => {
      const disk = faultyDisk();
      const { folder, store: first } = await openWithBoth();
      await first.close();
      const said: string[] = [];
      const report = (message: string) => said.push(message);
      const options = { folder, report, fs: disk.fs, label: "test", clock: () => new Date() };
      const store = await openJsonStore(
        { ...options, patienceMs: 0, foldLimits: unfolded },
        { own: true },
      );
      await rm(join(folder, "outlay.json"));
      disk.fail((_, name) => name === "write", { code });
      await expect(add(store, "Cake")).rejects.toThrow(refusal);
      await expect(store.checkWritable()).rejects.toThrow(refusal);
      await expect(store.close()).rejects.toThrow(refusal);
      expect(said).toEqual([expect.stringContaining("only in the memory of this process")]);
    },
  );
});

describe("files that are removed while another process takes the folder", () => {
  it("are left to that process, and only that is reported", async () => {
    const disk = faultyDisk();
    const { folder, store, said } = await openWithBoth({ fs: disk.fs });
    const [snapshot, away] = [join(folder, "outlay.json"), join(await newFolder(), "away")];
    await rename(snapshot, away);
    const before = await readFile(away);
    disk.watch(async (name) => {
      if (name !== "chmod") return;
      disk.watch(async () => undefined);
      await copyFile(away, snapshot);
      await writeFile(join(folder, "writer.99.lock"), "another's");
    });
    await expect(add(store, "Cake")).rejects.toThrow(LockLost);
    await store.close();
    expect(await readFile(snapshot)).toEqual(before);
    expect(said).toEqual(["Another process has taken over the data folder."]);
  });
});

describe("a snapshot that is replaced by another one", () => {
  it.each(["", "{}", '{"format":"outlay-5"}'])(
    "has the other one kept aside, and all data written again: %j",
    async (text) => {
      const { folder, store, said } = await openWithBoth();
      await writeFile(join(folder, "outlay.json"), text);
      await add(store, "Cake");
      await store.close();
      expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
      const kept = (await readdir(folder)).find((name) => name.startsWith("replaced-")) ?? "";
      expect(await readFile(join(folder, kept, "outlay.json"), "utf8")).toBe(text);
      expect(said).toEqual([expect.stringContaining("outlay restore-backup")]);
    },
  );

  it("has the other one kept aside even if it is a backup, because the journal beside it doesn't belong to it", async () => {
    const { folder, store } = await openWithBoth();
    const path = join(await newFolder(), "backup.json");
    await backUp({ folder, path, fs: nodeFileSystem, clock: () => new Date() }, false);
    await add(store, "Cake");
    await rename(path, join(folder, "outlay.json"));
    await add(store, "Bus");
    await store.close();
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
  });
});

describe("data that are replaced by others", () => {
  it("are kept aside, and the others left unchanged, if those can be opened", async () => {
    const { folder, store, said } = await openWithBoth();
    await removeLike(folder, /./);
    const other = await openTestStore({ folder });
    await other.users.create("grace", "hash");
    await other.close();
    await expect(add(store, "Cake")).rejects.toThrow(StorageUnavailable);
    await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
    expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea"]);
    await store.close();
    const again = await openTestStore({ folder });
    expect((await again.users.list()).map(({ username }) => username)).toEqual(["grace"]);
    const kept = (await readdir(folder)).filter((name) => name.startsWith("replaced-"));
    expect(kept).toHaveLength(1);
    expect(await afterKill(join(folder, kept[0] ?? ""))).toEqual(["Lunch", "Tea"]);
    expect(said.join("\n")).toContain("outlay restore-backup");
  });

  it("are kept aside, too, if the others are a backup that somebody has copied there", async () => {
    const { folder, store, said } = await openWithBoth();
    const [elsewhere, path] = [await newFolder(), join(folder, "outlay.json")];
    const other = await openTestStore({ folder: elsewhere });
    await other.users.create("grace", "hash");
    await removeLike(folder, /./);
    await backUp({ folder: elsewhere, path, fs: nodeFileSystem, clock: () => new Date() }, false);
    const backup = await readFile(path);
    await expect(add(store, "Cake")).rejects.toThrow(StorageUnavailable);
    await store.close();
    expect(await readFile(path)).toEqual(backup);
    const kept = (await readdir(folder)).find((name) => name.startsWith("replaced-")) ?? "";
    expect(await afterKill(join(folder, kept))).toEqual(["Lunch", "Tea"]);
    expect(said.join("\n")).toContain("outlay restore-backup");
  });

  it("are written again if the others can't be opened, which are kept aside", async () => {
    const { folder, store } = await openWithBoth();
    await removeLike(folder, /^journal/);
    await writeFile(join(folder, "outlay.json"), "{}");
    await add(store, "Cake");
    await store.close();
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
  });

  it("are written again if the journal is cut off, which is kept aside", async () => {
    const { folder, store } = await openWithBoth();
    const journal = (await readdir(folder)).find((name) => name.startsWith("journal")) ?? "";
    await writeFile(join(folder, journal), "");
    await store.close();
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea"]);
  });

  it("are the same if another process has only added to them, believing that nobody has the folder", async () => {
    const { folder, store, said } = await openWithBoth();
    await removeLike(folder, /\.lock$/);
    const command = await openTestStore({ folder, own: false });
    await add(command, "Cake");
    await command.close();
    await expect(add(store, "Milk")).rejects.toThrow(StorageUnavailable);
    await add(store, "Bus");
    expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
    expect(said).toEqual(["Another process has taken over the data folder."]);
  });
});
