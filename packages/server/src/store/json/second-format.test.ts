/** Data from before there were imports: a snapshot of the format outlay-2, and its journal. */
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { folderWith, formatsIn } from "../../testing/former-data.ts";
import { newFolder } from "@outlay/testing";
import { checksNamed } from "../../testing/sample-folder.ts";
import { bankFile, contentOf, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";
import { DataDamaged } from "../store-errors.ts";
import { restore } from "./backup/restore.ts";

/** Data as the previous version wrote them: five changes folded, two not. */
const snapshot = `{"format":"outlay-2","store":"7362de6c-3bed-4f34-ad1b-be0694618e6a","lastChange":5,"standsAlone":false,"nextIds":{"users":2,"expenses":3,"budgets":2},
"users":[
{"id":1,"username":"ada","passwordHash":"hash","passwordVersion":1,"createdAt":"2026-11-20T10:03:00.000Z"}
],
"expenses":[
{"id":1,"amountCents":1250,"description":"Lunch with Grace","category":"FOOD","spentOn":"2026-11-20","tags":["work"],"externalId":"bank-1","userId":1,"createdAt":"2026-11-20T10:05:00.000Z","updatedAt":"2026-11-20T10:05:00.000Z","deletedAt":null},
{"id":2,"amountCents":300,"description":"Tea","category":"FOOD","spentOn":"2026-11-20","tags":[],"externalId":null,"userId":1,"createdAt":"2026-11-20T10:07:00.000Z","updatedAt":"2026-11-20T10:07:00.000Z","deletedAt":null}
],
"budgets":[
{"id":1,"amountCents":40000,"description":"food","category":"FOOD","period":"MONTHLY","starts":null,"ends":null,"rollover":"none","userId":1,"createdAt":"2026-11-20T10:09:00.000Z","updatedAt":"2026-11-20T10:09:00.000Z","deletedAt":null}
],
"revokedTokens":[
{"id":"token","expiresAt":"9999-01-01T00:00:00.000Z"}
],
"checksums":[
"3ad61bf733460d760a04816a7c145d05bfd46a07ffb26dfb9da16bb67c145d050fd91a18cef440047c145d05cbc2b93229bc351e7c145d05"
],
"checksumOfChecksums":"a72824e0","checksumOfAll":"6c30ec09"}
`;
const journal = `{"sum":"b7d37cf6","format":"outlay-journal-1","store":"7362de6c-3bed-4f34-ad1b-be0694618e6a","first":6}
{"sum":"634f978a","change":6,"put":{"expenses":[{"id":3,"amountCents":1250,"description":"Zürich 🚆","category":"FOOD","spentOn":"2026-11-20","tags":["work"],"externalId":null,"userId":1,"createdAt":"2026-11-20T10:14:00.000Z","updatedAt":"2026-11-20T10:14:00.000Z","deletedAt":null}]}}
{"sum":"4e789678","change":7,"put":{"expenses":[{"id":2,"amountCents":300,"description":"Tea","category":"FOOD","spentOn":"2026-11-20","tags":[],"externalId":null,"userId":1,"createdAt":"2026-11-20T10:07:00.000Z","updatedAt":"2026-11-20T10:07:00.000Z","deletedAt":"2026-11-20T10:16:00.000Z"}]}}
`;

/** The journal that it wrote in a folder whose changes are all folded. */
const emptyJournal = journal.slice(0, journal.indexOf("\n") + 1);

const snapshotName = "outlay.json";
const journalName = "journal.6.jsonl";

const unfolded = { [snapshotName]: snapshot, [journalName]: journal };
const folded = { [snapshotName]: snapshot, [journalName]: emptyJournal };

const clock = () => new Date("2026-11-22T10:00:00.000Z");
/** Nothing is folded unless it must be. */
const foldLimits = { minJournalBytes: 1e9, smallDataBytes: 0 };

describe("data of the second format", () => {
  it("are read unconverted with their journal, and left so by processes that only read", async () => {
    const folder = await folderWith(unfolded);
    const store = await openTestStore({ folder, own: false, clock });
    expect(await contentOf(store, 1)).toMatchObject({
      user: { username: "ada" },
      expenses: [
        { id: 1, externalId: "bank-1" },
        { id: 3, description: "Zürich 🚆" },
      ],
      removedExpenses: [{ id: 2, description: "Tea" }],
      budgets: [{ id: 1, amountCents: 40_000 }],
      imports: [],
    });
    expect(await store.refreshTokens.isRevoked("token")).toBe(true);
    await store.close();
    expect(await readFile(join(folder, snapshotName), "utf8")).toBe(snapshot);
    expect(await readFile(join(folder, journalName), "utf8")).toBe(journal);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it.each([
    ["with changes in it", unfolded, 8],
    ["without", folded, 6],
  ])(
    "get no line in their journal %s, because an older version would read it",
    async (_, files, next) => {
      const folder = await folderWith(files);
      const store = await openTestStore({ folder, own: false, clock, foldLimits });
      await store.imports.add(1, bankFile, fromBank("bank-1", "bank-2"));
      const content = await contentOf(store, 1);
      await store.close();
      expect(await formatsIn(folder)).toEqual({
        [journalName]: next === 6 ? "outlay-journal-4" : "outlay-journal-1",
        [`journal.${next}.jsonl`]: "outlay-journal-4",
        [snapshotName]: "outlay-2",
      });
      const again = await openTestStore({ folder, own: false, clock, foldLimits });
      expect(await contentOf(again, 1)).toEqual(content);
      await again.expenses.create(1, lunch);
      expect(Object.keys(await formatsIn(folder))).toHaveLength(next === 6 ? 2 : 3);
    },
  );

  it.each([true, false])("are converted when they are folded (own: %s)", async (own) => {
    const folder = await folderWith(unfolded);
    const store = await openTestStore({ folder, own, clock });
    await store.imports.add(1, bankFile, fromBank("bank-1", "bank-2"));
    const content = await contentOf(store, 1);
    await store.close();
    expect(await formatsIn(folder)).toEqual({
      "journal.9.jsonl": "outlay-journal-4",
      [snapshotName]: "outlay-5",
    });
    const again = await openTestStore({ folder, clock });
    expect(await contentOf(again, 1)).toEqual(content);
    expect(content.imports).toMatchObject([{ id: 1, count: 1 }]);
  });

  it.each([
    ["journal with changes", unfolded],
    ["journal without", folded],
  ])(
    "with a %s stay complete, whichever step of the disk fails at the first change",
    async (_, files) => {
      let stepCount = 0;
      for (let faulty = 0; faulty <= stepCount; faulty += 1) {
        const folder = await folderWith(files);
        const disk = faultyDisk();
        const store = await openTestStore({ folder, own: false, clock, fs: disk.fs });
        const { expenses, ...before } = await contentOf(store, 1);
        disk.fail((step) => step === faulty);
        const created = await store.expenses.create(1, { ...lunch, externalId: "new" }).then(
          () => 1,
          () => 0,
        );
        stepCount = disk.steps.length;
        disk.fail(() => false);
        const again = await openTestStore({ folder, own: false, clock });
        for (const each of [store, again]) {
          const { expenses: now, ...rest } = await contentOf(each, 1);
          expect(rest).toEqual(before);
          expect(now).toHaveLength(expenses.length + created);
        }
        await store.expenses.create(1, { ...lunch, externalId: "new" });
        expect(await again.expenses.list(1)).toHaveLength(expenses.length + 1);
        await again.close();
        await store.close();
      }
      expect(stepCount).toBeGreaterThan(10);
    },
  );

  it("can be restored from a backup made at the time", async () => {
    const backup = await folderWith(unfolded);
    const folder = join(await newFolder(), "data");
    const path = join(backup, snapshotName);
    const taking = { label: "test", patienceMs: 0, report: () => undefined };
    const options = { folder, path, fs: nodeFileSystem, clock, ...taking };
    expect(await restore(options, () => Promise.resolve())).toMatchObject({
      usernames: ["ada"],
      expenses: 2,
      imports: 0,
      isWhole: true,
    });
    expect(await formatsIn(folder)).toEqual({ [snapshotName]: "outlay-5" });
  });

  it("are worth a note in `outlay doctor`, until they are converted", async () => {
    const folder = await folderWith(unfolded);
    expect(await checksNamed("format", folder)).toMatchObject([{ state: "note" }]);
    const store = await openTestStore({ folder, clock });
    await store.expenses.create(1, lunch);
    await store.close();
    expect(await checksNamed("format", folder)).toMatchObject([
      { state: "ok", message: expect.stringContaining("outlay-5") as string },
    ]);
  });

  it("stop the opening if one byte is wrong", async () => {
    for (const [name, text] of Object.entries(unfolded)) {
      const bytes = Buffer.from(text);
      for (let position = 0; position < bytes.length; position += 3) {
        const bad = Buffer.from(bytes);
        bad[position] = (bytes[position] ?? 0) ^ 0x01;
        const folder = await folderWith(unfolded);
        await writeFile(join(folder, name), bad);
        const line = bytes.subarray(0, position).toString("latin1").split("\n").length;
        const opening = openTestStore({ folder, own: false, clock });
        await expect(opening, `byte ${position} of ${name}`).rejects.toThrow(DataDamaged);
        await expect(opening).rejects.toThrow(`${join(folder, name)}, line ${line}: `);
      }
    }
  });

  it("aren't mistaken for data of another format with one letter changed", async () => {
    const folder = await folderWith(folded);
    const store = await openTestStore({ folder, clock });
    await store.imports.add(1, bankFile, fromBank("bank-2"));
    await store.close();
    const path = join(folder, snapshotName);
    const text = await readFile(path, "utf8");
    for (const [written, format] of [
      [snapshot, "outlay-1"],
      [snapshot, "outlay-3"],
      [snapshot, "outlay-4"],
      [snapshot, "outlay-5"],
      [text, "outlay-1"],
      [text, "outlay-2"],
      [text, "outlay-3"],
      [text, "outlay-4"],
      [text, "outlay-6"],
    ] as const) {
      const copy = join(await newFolder(), "data");
      await cp(folder, copy, { recursive: true });
      await writeFile(join(copy, snapshotName), written.replace(/outlay-\d/, format));
      await expect(openTestStore({ folder: copy, own: false })).rejects.toThrow(
        `${join(copy, snapshotName)}, line 1: `,
      );
    }
  });
});
