/** Data from before categories and rates: a snapshot of the format outlay-4, and its journal. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { changeFolder } from "../../testing/change-folder.ts";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { folderWith, formatsIn } from "../../testing/former-data.ts";
import { ofAllKinds } from "../../testing/records-of-all-kinds.ts";
import { checksNamed } from "../../testing/sample-folder.ts";
import { contentOf, lunch, openTestStore } from "../../testing/test-store.ts";
import { DataDamaged } from "../store-errors.ts";
import { readFolder } from "./disk/load-data.ts";

/** Data as the previous version wrote them: seven changes folded, two not. */
const snapshot = `{"format":"outlay-4","store":"1bf78919-3e53-489f-9793-fe7da5edb11d","lastChange":7,"standsAlone":false,"nextIds":{"users":2,"expenses":4,"budgets":2,"imports":2,"apiKeys":2},
"users":[
{"id":1,"username":"ada","passwordHash":"hash","passwordVersion":1,"sessionMark":"rLdUIUrMhvoSfNj_","createdAt":"2026-11-22T10:03:00.000Z"}
],
"expenses":[
{"id":1,"amountCents":1250,"description":"Lunch with Grace","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":null,"userId":1,"createdAt":"2026-11-22T10:06:00.000Z","updatedAt":"2026-11-22T10:06:00.000Z","deletedAt":null},
{"id":2,"amountCents":1250,"description":"Lunch","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":"bank-1","userId":1,"createdAt":"2026-11-22T10:11:00.000Z","updatedAt":"2026-11-22T10:11:00.000Z","deletedAt":"2026-11-22T10:13:00.000Z","importId":1},
{"id":3,"amountCents":1250,"description":"Lunch","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":"bank-2","userId":1,"createdAt":"2026-11-22T10:11:00.000Z","updatedAt":"2026-11-22T10:11:00.000Z","deletedAt":null,"importId":1}
],
"budgets":[
{"id":1,"amountCents":40000,"description":"food","category":"FOOD","period":"MONTHLY","starts":null,"ends":null,"rollover":"none","userId":1,"createdAt":"2026-11-22T10:09:00.000Z","updatedAt":"2026-11-22T10:09:00.000Z","deletedAt":null}
],
"imports":[
{"id":1,"source":"bank.csv","externalId":"file-1","userId":1,"createdAt":"2026-11-22T10:11:00.000Z"}
],
"apiKeys":[
{"id":1,"name":"cron","scope":"import","secretHash":"hash-1","userId":1,"createdAt":"2026-11-22T10:15:00.000Z","expiresAt":null,"lastUsedAt":null,"revokedAt":null}
],
"revokedTokens":[
{"id":"token","expiresAt":"9999-01-01T00:00:00.000Z"}
],
"checksums":[
"7b2fe8fa33460d76c30f35297c145d05bfd46a07730c473899480430c4991c827c145d050fd91a18b3195c357c145d0535ec42138beac9de7c145d05c5f166dc739689937c145d05cbc2b93229bc351e7c145d05"
],
"checksumOfChecksums":"5818529a","checksumOfAll":"9aadd5df"}
`;
const journal = `{"sum":"2d30bae9","format":"outlay-journal-3","store":"1bf78919-3e53-489f-9793-fe7da5edb11d","first":8}
{"sum":"52a411a9","change":8,"put":{"expenses":[{"id":4,"amountCents":1250,"description":"Zürich 🚆","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":null,"userId":1,"createdAt":"2026-11-22T10:22:00.000Z","updatedAt":"2026-11-22T10:22:00.000Z","deletedAt":null}]}}
{"sum":"4c863aa4","change":9,"put":{"apiKeys":[{"id":2,"name":"cron","scope":"import","secretHash":"hash-2","userId":1,"createdAt":"2026-11-22T10:24:00.000Z","expiresAt":null,"lastUsedAt":null,"revokedAt":null}]}}
`;

/** The journal that it wrote in a folder whose changes are all folded. */
const emptyJournal = journal.slice(0, journal.indexOf("\n") + 1);

const snapshotName = "outlay.json";
const journalName = "journal.8.jsonl";
const unfolded = { [snapshotName]: snapshot, [journalName]: journal };
const folded = { [snapshotName]: snapshot, [journalName]: emptyJournal };

const clock = () => new Date("2026-11-23T10:00:00.000Z");
/** Nothing is folded unless it must be. */
const foldLimits = { minJournalBytes: 1e9, smallDataBytes: 0 };

describe("data of the fourth format", () => {
  it("are read unconverted with their journal, and left so by processes that only read", async () => {
    const folder = await folderWith(unfolded);
    const store = await openTestStore({ folder, own: false, clock });
    expect(await contentOf(store, 1)).toMatchObject({
      user: { username: "ada", sessionMark: "rLdUIUrMhvoSfNj_" },
      expenses: [
        { id: 1, description: "Lunch with Grace" },
        { id: 3, externalId: "bank-2", importId: 1 },
        { id: 4, description: "Zürich 🚆" },
      ],
      removedExpenses: [{ id: 2, externalId: "bank-1", importId: 1 }],
      budgets: [{ id: 1, amountCents: 40_000 }],
      imports: [{ id: 1, externalId: "file-1", count: 2 }],
      apiKeys: [
        { id: 1, secretHash: "hash-1" },
        { id: 2, secretHash: "hash-2" },
      ],
    });
    expect(await store.refreshTokens.isRevoked("token")).toBe(true);
    await store.close();
    expect(await readFile(join(folder, snapshotName), "utf8")).toBe(snapshot);
    expect(await readFile(join(folder, journalName), "utf8")).toBe(journal);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it.each([
    ["with changes in it", unfolded, 10],
    ["without", folded, 8],
  ])(
    "get no category in their journal %s, because an older version would ignore it",
    async (_, files, next) => {
      const folder = await folderWith(files);
      const { categories } = ofAllKinds;
      await changeFolder(folder, { put: { categories } }, { foldLimits });
      expect(await formatsIn(folder)).toEqual({
        [journalName]: next === 8 ? "outlay-journal-4" : "outlay-journal-3",
        [`journal.${next}.jsonl`]: "outlay-journal-4",
        [snapshotName]: "outlay-4",
      });
      const { state } = await readFolder(folder, nodeFileSystem);
      expect(state.categories.list(1)).toEqual(categories);
    },
  );

  it.each([true, false])("are converted when they are folded (own: %s)", async (own) => {
    const folder = await folderWith(unfolded);
    const store = await openTestStore({ folder, own, clock });
    await store.expenses.create(1, lunch);
    const content = await contentOf(store, 1);
    await store.close();
    expect(await formatsIn(folder)).toEqual({
      "journal.11.jsonl": "outlay-journal-4",
      [snapshotName]: "outlay-5",
    });
    const again = await openTestStore({ folder, clock });
    expect(await contentOf(again, 1)).toEqual(content);
  });

  it("stay complete, whichever step of the disk fails at the first change", async () => {
    let stepCount = 0;
    for (let faulty = 0; faulty <= stepCount; faulty += 1) {
      const folder = await folderWith(unfolded);
      const disk = faultyDisk();
      const store = await openTestStore({ folder, own: false, clock, fs: disk.fs });
      const { expenses, ...before } = await contentOf(store, 1);
      disk.fail((step) => step === faulty);
      const created = await store.expenses.create(1, { ...lunch, externalId: "new" }).then(
        ({ record }) => [record],
        () => [],
      );
      stepCount = disk.steps.length;
      disk.fail(() => false);
      const again = await openTestStore({ folder, own: false, clock });
      const after = { ...before, expenses: [...expenses, ...created] };
      for (const each of [store, again]) expect(await contentOf(each, 1)).toEqual(after);
      await again.close();
      await store.close();
    }
    expect(stepCount).toBeGreaterThan(10);
  });

  it("are worth a note in `outlay doctor`, until they are converted", async () => {
    const folder = await folderWith(unfolded);
    expect(await checksNamed("format", folder)).toMatchObject([{ state: "note" }]);
    const store = await openTestStore({ folder, clock });
    await store.expenses.create(1, lunch);
    await store.close();
    expect(await checksNamed("format", folder)).toMatchObject([{ state: "ok" }]);
  });

  it("aren't mistaken for data of another format, nor accepted with a wrong byte", async () => {
    const changed = [
      { ...unfolded, [snapshotName]: snapshot.replace("outlay-4", "outlay-3") },
      { ...unfolded, [snapshotName]: snapshot.replace("outlay-4", "outlay-5") },
      { ...unfolded, [snapshotName]: snapshot.replace("hash-1", "hash-0") },
      { ...unfolded, [journalName]: journal.replace("hash-2", "hash-0") },
    ];
    for (const files of changed) {
      const folder = await folderWith(files);
      await expect(openTestStore({ folder, own: false, clock })).rejects.toThrow(DataDamaged);
    }
  });
});
