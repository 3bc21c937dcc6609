/** The uses of a folder whose disk is full or read-only from the start. */
import { describe, expect, it } from "vitest";
import { lockOwnerUrl } from "@outlay/files";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { bankFile, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";
import { StorageFull, StorageReadOnly } from "../store-errors.ts";
import { backUp } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";

/** A restored folder: its next writer has to write before it can do anything else. */
async function restoredFolder(): Promise<string> {
  const [folder, elsewhere] = [await newFolder(), await newFolder()];
  const store = await openTestStore({ folder });
  const { id } = await store.users.create("ada", "hash");
  await store.imports.add(id, bankFile, fromBank("a", "b"));
  await store.close();
  const path = `${elsewhere}/backup.json`;
  const options = {
    fs: faultyDisk().fs,
    clock: () => new Date(),
    label: "test",
    patienceMs: 0,
    report: () => undefined,
  };
  await backUp({ ...options, folder, path }, false);
  await restore({ ...options, folder, path }, async () => undefined);
  return folder;
}

describe("a server's store on a disk that is full", () => {
  it("opens and can be read, stores nothing, and stores changes again when there is room", async () => {
    const folder = await restoredFolder();
    const disk = faultyDisk();
    disk.fail((_, name) => name === "write", { code: "ENOSPC" });
    const said: string[] = [];
    const report = (message: string) => said.push(message);
    const store = await openTestStore({ folder, fs: disk.fs, report });
    await store.announce("http://127.0.0.1:8000");
    expect(await store.expenses.list(1)).toHaveLength(2);
    await expect(store.expenses.create(1, lunch)).rejects.toThrow(StorageFull);
    await expect(store.checkWritable()).rejects.toThrow(StorageFull);
    expect(said).toEqual([expect.stringMatching(/^The disk is full/)]);
    disk.fail(() => false);
    await store.checkWritable();
    await store.expenses.create(1, lunch);
    expect(await store.expenses.list(1)).toHaveLength(3);
    expect(await lockOwnerUrl(folder, "writer")).toBe("http://127.0.0.1:8000");
  });
});

/** The steps that change a disk, which a read-only disk refuses. */
const changing = new Set(["write", "link", "rename", "truncate", "chmod"]);

describe("on a read-only disk", () => {
  it("a server's store opens and can be read, and stores changes once the disk is writable", async () => {
    const folder = await restoredFolder();
    const disk = faultyDisk();
    disk.fail((_, name) => changing.has(name), { code: "EROFS" });
    const said: string[] = [];
    const report = (message: string) => said.push(message);
    const store = await openTestStore({ folder, fs: disk.fs, report });
    await store.announce("http://127.0.0.1:8000");
    expect(await store.expenses.list(1)).toHaveLength(2);
    await expect(store.expenses.create(1, lunch)).rejects.toThrow(StorageReadOnly);
    await expect(store.checkWritable()).rejects.toThrow("The disk is read-only (EROFS)");
    expect(said).toEqual([expect.stringMatching(/^The disk is read-only/)]);
    disk.fail(() => false);
    await store.expenses.create(1, lunch);
    expect(await store.expenses.list(1)).toHaveLength(3);
    expect(await lockOwnerUrl(folder, "writer")).toBe("http://127.0.0.1:8000");
  });

  it("a command reads, and its change is refused", async () => {
    const folder = await restoredFolder();
    const disk = faultyDisk();
    disk.fail((_, name) => changing.has(name), { code: "EROFS" });
    const store = await openTestStore({ folder, fs: disk.fs, own: false });
    expect(await store.expenses.list(1)).toHaveLength(2);
    await expect(store.expenses.create(1, lunch)).rejects.toThrow(StorageReadOnly);
    disk.fail(() => false);
  });
});
