/**
 * The stored data survive when somebody cuts, overwrites or appends to files of a folder in use.
 */
import { execFileSync } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import {
  appendFile,
  copyFile,
  lstat,
  open,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
} from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { add, afterKill, descriptionsIn, openWithBoth } from "../../testing/owned-folder.ts";
import { openTestStore } from "../../testing/test-store.ts";
import { DataDamaged, StorageUnavailable } from "../store-errors.ts";
import { openJsonStore } from "./json-store.ts";
import { journalPath, journalsIn } from "./journal/journal-names.ts";

const sizeOf = async (path: string) => (await readFile(path)).length;

const cutTo = (part: (size: number) => number) => async (path: string) =>
  truncate(path, part(await sizeOf(path)));

async function overwrite(path: string, position: number, text: string): Promise<void> {
  const file = await open(path, "r+");
  await file.write(text, position);
  await file.close();
}

const overwriteMiddle = async (path: string) =>
  overwrite(path, Math.floor((await sizeOf(path)) / 2), "#");

/** Works like `sed -i`: another file of the same size replaces it. */
async function replaceMiddle(path: string): Promise<void> {
  await copyFile(path, `${path}.new`);
  await overwriteMiddle(`${path}.new`);
  await rename(`${path}.new`, path);
}

async function repeatLastLine(path: string): Promise<void> {
  const [last = ""] = (await readFile(path, "utf8")).trimEnd().split("\n").slice(-1);
  await appendFile(path, `${last}\n`);
}

const deeds: [string, (path: string) => Promise<void>][] = [
  ["cut by ten bytes", cutTo((size) => size - 10)],
  ["cut to a half", cutTo((size) => Math.floor(size / 2))],
  ["cut to nothing", cutTo(() => 0)],
  ["overwritten in the middle", overwriteMiddle],
  ["replaced by one with another middle", replaceMiddle],
  ["overwritten at its start", (path) => overwrite(path, 0, "junk")],
  ["gone on with by junk", (path) => appendFile(path, "junk")],
  ["followed by a line of junk", (path) => appendFile(path, "junk\n")],
  ["gone on with by its last line once more", repeatLastLine],
];

const files = {
  journal: ({ journal }: { journal: string }) => journal,
  snapshot: ({ folder }: { folder: string }) => join(folder, "outlay.json"),
};

const asides = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith("replaced-"));

describe.each(["journal", "snapshot"] as const)("a %s of a folder in use", (which) => {
  async function opened() {
    const data = await openWithBoth();
    await add(data.store, "Cake");
    return { ...data, path: files[which](data) };
  }

  describe.each(deeds)("that is %s", (_, spoil) => {
    it("is written again before the next change, and kept aside", async () => {
      const { folder, store, said, path } = await opened();
      await spoil(path);
      const spoilt = await readFile(path, "utf8");
      await add(store, "Bus");
      expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
      expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
      const [aside = "", ...more] = await asides(folder);
      expect(more).toEqual([]);
      const name = path.slice(folder.length + 1);
      expect(await readFile(join(folder, aside, name), "utf8")).toBe(spoilt);
      expect(said).toEqual([
        expect.stringMatching(new RegExp(`^Somebody .* the ${which} .* Nothing is lost`)),
      ]);
    });

    it("is written again when the owner is asked whether it can write, or stops", async () => {
      for (const end of ["checkWritable", "close"] as const) {
        const { folder, store, path } = await opened();
        await spoil(path);
        await store[end]();
        expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
      }
    });
  });
});

/** Replaces one thing by another in a single step: the owner sees either of them. */
const inPlaceOf = (put: (path: string) => unknown) => async (path: string) => {
  rmSync(path, { recursive: true });
  put(path);
};

const placeKinds: [string, (path: string) => Promise<void>][] = [
  ["an empty folder", inPlaceOf((path) => mkdirSync(path))],
  ["a folder", inPlaceOf((path) => mkdirSync(join(path, "inner"), { recursive: true }))],
  ["a pipe", inPlaceOf((path) => execFileSync("mkfifo", [path]))],
];

describe.each(["journal", "snapshot"] as const)("%s: in its place", (which) => {
  it.each(placeKinds)("%s is moved aside, and all data are written again", async (_, put) => {
    const { folder, store, said, ...data } = await openWithBoth();
    await put(files[which]({ folder, ...data }));
    for (const description of ["Cake", "Bus"]) await add(store, description);
    expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
    expect(await asides(folder)).toHaveLength(1);
    expect(said).toEqual([
      expect.stringMatching(/there was a (folder|pipe) in place of .*Nothing is lost/),
    ]);
    await store.close();
    expect(await descriptionsIn(await openTestStore({ folder }))).toHaveLength(4);
  });

  it.each(placeKinds)("%s counts as damage when the folder is opened", async (_, put) => {
    const { folder, store, ...data } = await openWithBoth();
    await store.close();
    const [first = 0] = await journalsIn(folder, nodeFileSystem);
    await put(files[which]({ ...data, folder, journal: journalPath(folder, first) }));
    const opening = openTestStore({ folder });
    await expect(opening).rejects.toThrow(DataDamaged);
    await expect(opening).rejects.toThrow(/ is a (folder|pipe), not a file\.$/);
  });
});

const lockIn = async (folder: string) => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".lock"));
  return join(folder, names.at(-1) ?? "");
};

const unreachable: [string, (folder: string) => Promise<void>, RegExp][] = [
  [
    "a file in its place",
    inPlaceOf((path) => writeFileSync(path, "")),
    /only in the memory of this process/,
  ],
  [
    "a link to nowhere in its place",
    inPlaceOf((path) => symlinkSync("nowhere", path)),
    /only in the memory of this process/,
  ],
  [
    "a folder in place of its lock",
    async (folder) => inPlaceOf((path) => mkdirSync(path))(await lockIn(folder)),
    /lock .* can't be used .* are on the disk/,
  ],
];

describe("a folder in use that can't be reached", () => {
  it.each(unreachable)(
    "stores nothing more, reports that, and ends with a refusal: %s",
    async (_, put, told) => {
      const { folder, store: first } = await openWithBoth();
      await first.close();
      const said: string[] = [];
      const report = (message: string) => said.push(message);
      const options = { folder, report, label: "test", clock: () => new Date(), patienceMs: 0 };
      const store = await openJsonStore(options, { own: true });
      await put(folder);
      await expect(add(store, "Cake")).rejects.toThrow(StorageUnavailable);
      await expect(store.checkWritable()).rejects.toThrow(StorageUnavailable);
      expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea"]);
      expect(said).toEqual([expect.stringMatching(told)]);
      await expect(store.close()).rejects.toThrow(StorageUnavailable);
    },
  );

  it.each(unreachable)("is reported even if nobody asks for anything: %s", async (_, put, told) => {
    const events = new EventEmitter();
    const report = (message: string) => events.emit("report", message);
    const { folder } = await openWithBoth({ report, lookEveryMs: 1 });
    const [message] = await Promise.all([once(events, "report"), put(folder)]);
    expect(message).toEqual([expect.stringMatching(told)]);
    await rm(folder, { recursive: true });
  });

  it.each(unreachable)("goes on when that is repaired: %s", async (_, put) => {
    const { folder, store } = await openWithBoth();
    await put(folder);
    await expect(add(store, "Cake")).rejects.toThrow(StorageUnavailable);
    await rm((await lstat(folder)).isDirectory() ? await lockIn(folder) : folder, {
      recursive: true,
    });
    await add(store, "Bus");
    expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Bus"]);
  });
});
