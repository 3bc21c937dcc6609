/** Damage to a data folder is found: nothing is read that wasn't written there. */
import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import {
  bankFile,
  contentOf,
  food,
  fromBank,
  lunch,
  openTestStore,
} from "../../testing/test-store.ts";
import { DataDamaged } from "../store-errors.ts";

const unfolded = { minJournalBytes: 1e9, smallDataBytes: 0 };

/** A folder with a snapshot and a journal with the changes after it. */
async function sampleFolder(): Promise<string> {
  const folder = join(await newFolder(), "data");
  const first = await openTestStore({ folder });
  await first.users.create("ada", "hash");
  await first.expenses.create(1, { ...lunch, tags: ["work"], externalId: "bank-1" });
  await first.expenses.create(1, { ...lunch, description: "Zürich 🚆" });
  await first.budgets.create(1, food);
  await first.refreshTokens.revoke("token", "9999-01-01T00:00:00.000Z");
  await first.close();
  const second = await openTestStore({ folder, foldLimits: unfolded });
  await second.expenses.create(1, { ...lunch, description: "Tea" });
  await second.expenses.remove(1, 1);
  await second.close();
  return folder;
}

const journalName = "journal.6.jsonl";
const snapshotName = "outlay.json";

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".lock"));
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), "latin1")]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

async function copyOf(folder: string): Promise<string> {
  const copy = join(await newFolder(), "data");
  await mkdir(copy, { mode: 0o700 });
  for (const name of Object.keys(await filesIn(folder))) {
    await copyFile(join(folder, name), join(copy, name));
  }
  return copy;
}

/** Faults of one byte: a flipped bit, another letter, a newline, a missing byte. */
const flips = [
  (byte: number) => byte ^ 0x01,
  (byte: number) => byte ^ 0x20,
  (byte: number) => (byte === 0x0a ? 0x20 : 0x0a),
  (byte: number) => (byte === 0 ? 1 : 0),
  (byte: number) => byte ^ 0x80,
];

/** Trying every fault at every byte takes half a minute; by default each byte gets one of them. */
const rounds = process.env["OUTLAY_LONG_TESTS"] ? flips.length : 1;

describe.each([snapshotName, journalName])("one wrong byte in %s", (name) => {
  it.each(Array.from({ length: rounds }, (_, round) => round))(
    "stops the opening with file and line, wherever it is (round %i)",
    async (round) => {
      const folder = await sampleFolder();
      const path = join(folder, name);
      const good = await readFile(path);
      for (const [position, byte] of good.entries()) {
        const flip = flips[(position + round) % flips.length];
        const bad = Buffer.from(good);
        bad[position] = flip?.(byte) ?? byte;
        await writeFile(path, bad);
        const line = good.subarray(0, position).toString("latin1").split("\n").length;
        const error: unknown = await openTestStore({ folder }).catch((caught: unknown) => caught);
        expect(error, `byte ${position}`).toBeInstanceOf(DataDamaged);
        expect((error as Error).message, `byte ${position}`).toContain(`${path}, line ${line}: `);
        expect(bad.equals(await readFile(path))).toBe(true);
      }
      await writeFile(path, good);
      const store = await openTestStore({ folder });
      expect(await store.expenses.list(1)).toHaveLength(2);
      await store.close();
    },
  );
});

describe("a journal that was cut short by a crash", () => {
  it("opens without the torn change, sets that aside and says so", async () => {
    const folder = await sampleFolder();
    const whole = await readFile(join(folder, journalName));
    const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let length = lastLine + 1; length < whole.length; length += 7) {
      const copy = await copyOf(folder);
      await truncate(join(copy, journalName), length);
      const reports: string[] = [];

      const reader = await openTestStore({ folder: copy, own: false });
      expect(await reader.expenses.list(1), "for a process that only reads").toHaveLength(3);
      expect(await readFile(join(copy, journalName))).toHaveLength(length);

      const store = await openTestStore({
        folder: copy,
        foldLimits: unfolded,
        report: (message) => reports.push(message),
      });
      expect(reports).toEqual([
        expect.stringContaining(`${join(copy, journalName)} was cut short`),
      ]);
      expect(await store.expenses.list(1)).toHaveLength(3);
      const aside = Object.entries(await filesIn(copy)).find(([file]) => file.includes("torn"));
      expect(aside?.[1]).toBe(whole.subarray(lastLine, length).toString("latin1"));
      await store.expenses.create(1, lunch);
      await store.close();

      const again = await openTestStore({ folder: copy });
      expect(await again.expenses.list(1)).toHaveLength(4);
      await again.close();
    }
  });

  it("recognizes blocks that were never written", async () => {
    const folder = await sampleFolder();
    const path = join(folder, journalName);
    const text = await readFile(path, "latin1");
    await writeFile(path, `${text.slice(0, -30)}${"\0".repeat(500)}`, "latin1");
    const store = await openTestStore({ folder });
    expect(await store.expenses.list(1)).toHaveLength(3);
    await store.close();
  });

  it("is damaged if the torn journal isn't the last", async () => {
    const folder = await sampleFolder();
    const path = join(folder, journalName);
    const size = (await readFile(path)).length;
    const store = await openTestStore({
      folder,
      foldLimits: { minJournalBytes: 0, smallDataBytes: 0 },
    });
    await store.close();
    await copyFile(path, join(folder, "journal.8.jsonl"));
    await truncate(path, size - 5);
    await expect(openTestStore({ folder })).rejects.toThrow(DataDamaged);
  });
});

describe("an import that a crash cut short", () => {
  it("is there completely or not at all, wherever the crash cut it", async () => {
    const folder = join(await newFolder(), "data");
    const store = await openTestStore({ folder, foldLimits: unfolded });
    await store.users.create("ada", "hash");
    await store.imports.add(1, { ...bankFile, externalId: "file" }, fromBank("a"));
    const before = await contentOf(store, 1);
    const journal = join(folder, "journal.1.jsonl");
    const length = (await readFile(journal)).length;
    await store.imports.add(1, bankFile, fromBank("a", "b", "c", null));
    await store.close();
    const whole = (await readFile(journal)).length;
    for (let cut = length + 1; cut < whole; cut += 13) {
      const copy = await copyOf(folder);
      await truncate(join(copy, "journal.1.jsonl"), cut);
      const again = await openTestStore({ folder: copy, foldLimits: unfolded });
      expect(await contentOf(again, 1)).toEqual(before);
      const imported = await again.imports.add(1, bankFile, fromBank("a", "b"));
      expect(imported).toMatchObject({ isNew: true, batch: { id: 2 } });
      expect(imported.expenses).toMatchObject([
        { isNew: false, record: { id: 1 } },
        { isNew: true, record: { id: 2 } },
      ]);
      await again.close();
    }
  });
});

describe("files that don't belong together", () => {
  it.each([
    ["a snapshot without its journal", journalName, undefined],
    ["a journal without its snapshot", snapshotName, undefined],
    ["an empty snapshot", snapshotName, ""],
    ["an empty journal", journalName, ""],
    ["a snapshot that isn't JSON", snapshotName, "%PDF"],
    ["a snapshot of a later format", snapshotName, '{"format":"outlay-99","x":1,\n'],
  ])("stop the opening: %s", async (_what, name, text) => {
    const folder = await sampleFolder();
    const path = join(folder, name);
    if (text === undefined) await rm(path);
    else await writeFile(path, text);
    const before = await filesIn(folder);

    const opening = openTestStore({ folder });

    await expect(opening).rejects.toThrow(DataDamaged);
    await expect(opening).rejects.toThrow(folder);
    expect(await filesIn(folder)).toEqual(before);
  });

  it("stop the opening: a snapshot and a journal of different data", async () => {
    const [folder, other] = [await sampleFolder(), await sampleFolder()];
    await copyFile(join(other, snapshotName), join(folder, snapshotName));
    await expect(openTestStore({ folder })).rejects.toThrow(
      /journal\.6\.jsonl, line 1: it belongs/,
    );
  });

  it("stop the opening: an older snapshot, whose later changes have been folded away", async () => {
    const folder = await sampleFolder();
    const older = await readFile(join(folder, snapshotName));
    const store = await openTestStore({ folder });
    await store.expenses.create(1, lunch);
    await store.close();
    await writeFile(join(folder, snapshotName), older);
    await expect(openTestStore({ folder })).rejects.toThrow(
      "change 6 is missing, and perhaps others",
    );
  });
});

describe("data that were not damaged", () => {
  it("are the same for every reader", async () => {
    const folder = await sampleFolder();
    const [reader, owner] = [
      await openTestStore({ folder, own: false }),
      await openTestStore({ folder }),
    ];
    expect(await contentOf(reader, 1)).toEqual(await contentOf(owner, 1));
    await owner.close();
  });
});
