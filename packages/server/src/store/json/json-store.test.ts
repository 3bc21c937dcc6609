import { chmod, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { newFolder } from "../../testing/new-folder.ts";
import type { Store } from "../store.ts";
import { DataDamaged, StorageUnavailable } from "../store-errors.ts";
import { describeStore } from "../store-suite.ts";
import { openJsonStore } from "./json-store.ts";

const open = (
  folder: string,
  own: boolean,
  patienceMs = 10_000,
  clock = () => new Date(),
): Promise<Store> =>
  openJsonStore({ folder, label: "test", patienceMs, clock, report: () => undefined }, { own });

describeStore("JSON", async () => {
  const folder = await newFolder();
  let now = Date.UTC(2026, 10, 22);
  const openAgain = () => open(folder, true, 0, () => new Date(now));
  let store = await openAgain();
  onTestFinished(() => store.close());
  return {
    store,
    passDays(days) {
      now += days * 24 * 60 * 60 * 1000;
    },
    async reopen() {
      await store.close();
      store = await openAgain();
      return store;
    },
  };
});

const lunch = {
  amountCents: 1250,
  description: "Lunch",
  category: "FOOD",
  spentOn: "2026-11-22",
  tags: [],
  externalId: null,
} as const;

describe("several openings of one folder", () => {
  it("see what the others have written, and lose nothing", async () => {
    const folder = await newFolder();
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(folder, false)));
    await Promise.all(
      stores.flatMap((store) => Array.from({ length: 5 }, () => store.expenses.create(1, lunch))),
    );
    for (const store of stores) {
      const ids = (await store.expenses.list(1)).map(({ id }) => id);
      expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }
  });

  it("can read while another owns the folder, but not write", async () => {
    const folder = await newFolder();
    const owner = await open(folder, true);
    await owner.expenses.create(1, lunch);
    const reader = await open(folder, false, 0);
    expect(await reader.expenses.list(1)).toHaveLength(1);
    await expect(reader.expenses.create(1, lunch)).rejects.toThrow(StorageUnavailable);
    await expect(open(folder, true, 0)).rejects.toThrow(/held by process \d+ \(test\)/);
    await owner.close();
    await reader.expenses.create(1, lunch);
  });
});

describe("a disk that fails", () => {
  it("changes neither the file nor what is seen of it, and the store goes on after", async () => {
    const folder = await newFolder();
    const store = await open(folder, true);
    await store.expenses.create(1, lunch);
    const path = join(folder, "outlay.json");
    const before = await readFile(path, "utf8");

    // A folder in the file's place can't be replaced by a file.
    await rm(path);
    await mkdir(path);
    await expect(store.expenses.create(1, lunch)).rejects.toThrow(StorageUnavailable);
    expect(await store.expenses.list(1)).toHaveLength(1);

    await rm(path, { recursive: true });
    await writeFile(path, before);
    const { record } = await store.expenses.create(1, lunch);
    expect(record.id).toBe(2);
    expect(await store.expenses.list(1)).toHaveLength(2);
  });
});

describe("the file", () => {
  it("has a record a line and is its owner's alone", async () => {
    const folder = join(await newFolder(), "data");
    const store = await open(folder, false);
    await store.expenses.create(1, lunch);
    await store.expenses.create(1, { ...lunch, description: "line\nbreak" });
    const path = join(folder, "outlay.json");
    const lines = (await readFile(path, "utf8")).split("\n");
    expect(lines.filter((line) => line.includes('"amountCents":1250'))).toHaveLength(2);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, -10)],
    ["empty", () => ""],
    ["of another format", (text: string) => text.replace("outlay-1", "outlay-99")],
    ["no object", () => "[]"],
    ["without its lists", () => '{"format":"outlay-1"}'],
    ["without its counters", (text: string) => text.replace(/"nextIds":.*/, '"nextIds":{}')],
  ])("stops the opening when it is %s, and is left as it is", async (_what, damage) => {
    const folder = await newFolder();
    const store = await open(folder, false);
    await store.expenses.create(1, lunch);
    const path = join(folder, "outlay.json");
    const damaged = damage(await readFile(path, "utf8"));
    await chmod(path, 0o600);
    await writeFile(path, damaged);

    const opening = open(folder, false);

    await expect(opening).rejects.toThrow(DataDamaged);
    await expect(opening).rejects.toThrow(path);
    expect(await readFile(path, "utf8")).toBe(damaged);
  });
});
