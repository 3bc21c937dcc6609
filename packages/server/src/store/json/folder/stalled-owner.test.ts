/**
 * The data survive an owner of the folder, for example in another container, that stalls between its last look at the
 * lock and its next step, is considered dead, and goes on once another process has taken over.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { acquireLock, type FileSystem, nodeFileSystem } from "@outlay/files";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FaultyDisk, faultyDisk } from "../../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { lunch, openTestStore, type TestStoreOptions } from "../../../testing/test-store.ts";
import type { Store } from "../../store.ts";
import { LockLost, StorageUnavailable } from "../../store-errors.ts";
import { backUp } from "../backup/backup.ts";
import { fenceOff } from "./fence-off.ts";
import { writerLock } from "./folder-lock.ts";
import { restore } from "../backup/restore.ts";

const userId = 1;
const clock = () => new Date();
/** Nothing is folded unless it has to be. */
const unfolded = { minJournalBytes: Infinity, smallDataBytes: 0 };
/** Everything is folded at once. */
const folded = { minJournalBytes: 0, smallDataBytes: 1e9 };

const add = (store: Store, description: string) =>
  store.expenses.create(userId, { ...lunch, description });

/** Adds an expense; nothing where it is refused. */
const ofThoseKept = (store: Store, description: string): Promise<string[]> =>
  add(store, description).then(
    () => [description],
    () => [],
  );

async function stored(folder: string): Promise<string[]> {
  const store = await openTestStore({ folder, own: false });
  const descriptions = (await store.expenses.list(userId)).map(({ description }) => description);
  await store.close();
  return descriptions;
}

/** Makes the lock's owner one that can't be seen from here. */
async function hide(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^writer\.\d+\.lock$/.test(name));
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8");
    if (text === "") continue;
    const owner = JSON.parse(text) as object;
    await writeFile(join(folder, name), JSON.stringify({ ...owner, place: "another container" }));
  }
}

/** Takes over from a silent owner that can't be seen, and adds expenses. */
async function takeOver(
  folder: string,
  descriptions: readonly string[],
  options: Partial<TestStoreOptions> = {},
): Promise<void> {
  await hide(folder);
  const taking = { own: false, silenceMs: 0, foldLimits: unfolded };
  const other = await openTestStore({ folder, ...taking, ...options });
  for (const description of descriptions) await add(other, description);
  await other.close();
}

interface Stalled {
  folder: string;
  disk: FaultyDisk;
  store: Store;
}

/** A store whose disk can be made to stall, with an expense in its snapshot and one in its journal. */
async function openStalled(own: boolean, foldLimits = unfolded): Promise<Stalled> {
  const folder = await newFolder();
  const first = await openTestStore({ folder });
  await first.users.create("ada", "hash");
  await add(first, "Lunch");
  await first.close();
  const disk = faultyDisk();
  const store = await openTestStore({ folder, own, foldLimits, fs: disk.fs });
  await add(store, "Tea");
  return { folder, disk, store };
}

/** Runs something just before the first step of this name. */
function before({ disk }: Stalled, step: string, happen: () => Promise<void>): void {
  let hasHappened = false;
  disk.watch(async (name) => {
    if (name !== step || hasHappened) return;
    hasHappened = true;
    await happen();
  });
}

describe.each([
  ["a server", true],
  ["a command", false],
])("%s that stalls", (_, own) => {
  it.each(["write", "datasync"])(
    "before the %s of a change learns that it lost the folder, and overwrites nothing",
    async (step) => {
      const stalled = await openStalled(own);
      const { folder, store } = stalled;
      before(stalled, step, () => takeOver(folder, ["Cake", "Bus"]));

      await expect(add(store, "late")).rejects.toThrow(LockLost);

      const after = await stored(folder);
      // A change written before the other process began to read may be stored.
      const late = step === "datasync" && after.includes("late") ? ["late"] : [];
      expect(after).toEqual(["Lunch", "Tea", ...late, "Cake", "Bus"]);
    },
  );

  it("while another process takes the lock, but hasn't read yet, confirms nothing", async () => {
    const stalled = await openStalled(own);
    const { folder, store } = stalled;
    before(stalled, "datasync", () => writeFile(join(folder, "writer.99.lock"), "another's"));
    await expect(add(store, "late")).rejects.toThrow(LockLost);
  });

  it("continues with the data that the other process has stored", async () => {
    const stalled = await openStalled(own);
    const { folder, store } = stalled;
    before(stalled, "write", () => takeOver(folder, ["Cake"]));
    await expect(add(store, "late")).rejects.toThrow("check before you try again");
    await add(store, "Milk");
    await store.close();
    expect(await stored(folder)).toEqual(["Lunch", "Tea", "Cake", "Milk"]);
  });

  it("while it begins a file of its own leaves the other process's files alone", async () => {
    const stalled = await openStalled(own, folded);
    const { folder, store } = stalled;
    before(stalled, "chmod", () => takeOver(folder, ["Cake"], { foldLimits: folded }));
    const perhaps = await ofThoseKept(store, "perhaps");
    await store.close();
    const all = ["Lunch", "Tea", "Cake", ...perhaps];
    expect((await stored(folder)).toSorted()).toEqual(all.toSorted());
  });
});

/** The flags with which a file is opened for each step. */
const flags = { make: "wx", "open to write": "r+", rename: undefined };

/** A file system on which something happens just before the first such step on a file with such a name. */
function beforeStep(step: keyof typeof flags, of: RegExp, happen: () => Promise<void>): FileSystem {
  let hasHappened = false;
  const happenOnce = async (name: unknown) => {
    if (typeof name !== "string" || !of.test(name) || hasHappened) return;
    hasHappened = true;
    await happen();
  };
  const { open, rename } = nodeFileSystem;
  return {
    ...nodeFileSystem,
    open: async (...given: Parameters<typeof open>) => {
      if (given[1] === flags[step]) await happenOnce(given[0]);
      return open(...given);
    },
    rename: async (from, to) => {
      if (step === "rename") await happenOnce(to);
      await rename(from, to);
    },
  };
}

const newSnapshot = /\.outlay\.json\..*-tmp$/;

describe("a file that is about to replace another one", () => {
  it.each([
    // The written file no longer exists by then.
    ["rename", /outlay\.json$/],
    ["rename", /journal\.\d+\.jsonl$/],
    // It is written after the other process has taken over, and nobody uses it.
    ["make", newSnapshot],
    ["make", /\.journal\.\d+\.jsonl\..*-tmp$/],
  ] as const)("spares the new owner's files if it comes late: %s %s", async (step, of) => {
    const { folder, store: first } = await openStalled(false);
    await first.close();
    let isTaken = false;
    const fs = beforeStep(step, of, async () => {
      isTaken = true;
      await takeOver(folder, ["Cake"]);
    });
    const store = await openTestStore({ folder, own: true, foldLimits: folded, fs });
    const late = await ofThoseKept(store, "late");
    await store.close().catch(() => undefined);
    expect(isTaken).toBe(true);
    expect((await stored(folder)).toSorted()).toEqual(["Cake", "Lunch", "Tea", ...late].toSorted());
  });

  it.each([
    ["rename", /outlay\.json$/],
    ["make", newSnapshot],
  ] as const)("never restores over another process's data: %s %s", async (step, of) => {
    const { folder, store } = await openStalled(false);
    await store.close();
    const path = join(await newFolder(), "backup.json");
    await backUp({ folder, path, fs: nodeFileSystem, clock }, false);
    const fs = beforeStep(step, of, () => takeOver(folder, ["Cake"]));
    const taking = { label: "test", patienceMs: 0, uid: undefined, report: () => undefined };
    const restoring = restore({ folder, path, fs, clock, ...taking }, () => Promise.resolve());
    await expect(restoring).rejects.toThrow("nothing was stored");
    expect(await stored(folder)).toEqual(["Lunch", "Tea", "Cake"]);
  });
});

it("a command that stalls before it opens the journal writes nothing into the new owner's journal", async () => {
  const { folder, store } = await openStalled(false);
  await store.close();
  const fs = beforeStep("open to write", /journal\.\d+\.jsonl$/, async () => {
    await hide(folder);
    const fence = () => fenceOff(folder, nodeFileSystem);
    const taking = { folder, name: writerLock, label: "test", patienceMs: 0, silenceMs: 0 };
    const taker = await acquireLock({ ...taking, fence });
    onTestFinished(() => taker.release());
  });
  const command = await openTestStore({ folder, own: false, foldLimits: unfolded, fs });
  await expect(add(command, "late")).rejects.toThrow(LockLost);
  expect(await stored(folder)).toEqual(["Lunch", "Tea"]);
});

describe("a line that an owner wrote before it was considered dead", () => {
  it("is read by the new owner, and stays when the former owner wants to undo it", async () => {
    const stalled = await openStalled(true);
    const { folder, disk, store } = stalled;
    disk.fail((_step, name) => name === "datasync");
    before(stalled, "truncate", () => takeOver(folder, ["Cake"]));
    await expect(add(store, "written")).rejects.toThrow(StorageUnavailable);
    disk.fail(() => false);
    expect(await stored(folder)).toEqual(["Lunch", "Tea", "written", "Cake"]);
  });
});

it("a taker that dies before it has fenced off the former owner leaves that to the next one", async () => {
  const stalled = await openStalled(true);
  const { folder, store } = stalled;
  before(stalled, "write", async () => {
    await hide(folder);
    const failing = faultyDisk();
    failing.fail((_step, name) => name === "rename");
    const taker = await openTestStore({ folder, own: false, silenceMs: 0, fs: failing.fs });
    await expect(add(taker, "nothing")).rejects.toThrow("can't be written");
    await takeOver(folder, ["Cake"]);
  });
  await expect(add(store, "late")).rejects.toThrow(LockLost);
  expect(await stored(folder)).toEqual(["Lunch", "Tea", "Cake"]);
});
