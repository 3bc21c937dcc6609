/** Every kind of record is kept in every file, and so is everything that a later version adds. */
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { newFolder } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { changeFolder } from "../../testing/change-folder.ts";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { formatsIn } from "../../testing/former-data.ts";
import { ofAllKinds } from "../../testing/records-of-all-kinds.ts";
import { bankFile, food, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";
import { outcomes } from "../suite/store-under-test.ts";
import { backUp } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import { readFolder } from "./disk/load-data.ts";
import { forEachKind, kindNames } from "./memory/record-kinds.ts";

const clock = () => new Date("2026-11-23T10:00:00.000Z");
const never = { minJournalBytes: 1e9, smallDataBytes: 0 };
const always = { minJournalBytes: 0, smallDataBytes: 1e9 };
const limits = [never, always];

/** The records of all kinds that the first user has in a folder, and the user. */
async function listsIn(folder: string) {
  const { state } = await readFolder(folder, nodeFileSystem);
  return { user: state.userById(1), ...forEachKind((name) => state[name].list(1)) };
}

/** Each record with a member that a later version has added. */
const withMore = <Item extends object>(records: readonly Item[]): Item[] =>
  records.map((record) => ({ ...record, added: { later: [1, "two"] } }));

/** A folder with records in all lists, and members that this version doesn't know in those of former kinds. */
async function filledFolder(foldLimits = never): Promise<string> {
  const folder = await newFolder();
  const store = await openTestStore({ folder, clock, foldLimits });
  await store.users.create("ada", "hash");
  await store.expenses.create(1, lunch);
  await store.imports.add(1, bankFile, fromBank("bank-1"));
  await store.budgets.create(1, food);
  const key = { name: "cron", scope: "import", expiresAt: null, secretHash: "hash-1" } as const;
  await store.apiKeys.create(1, key);
  await store.close();
  const { state } = await readFolder(folder, nodeFileSystem);
  const put = {
    users: withMore([...state.users.values()]),
    expenses: withMore(state.expenses.list(1)),
    budgets: withMore(state.budgets.list(1)),
    imports: withMore(state.imports.list(1)),
    apiKeys: withMore(state.apiKeys.list(1)),
    ...ofAllKinds,
  };
  await changeFolder(folder, { put }, { foldLimits, clock });
  return folder;
}

describe("records of all kinds", () => {
  it("are kept by journals and snapshots, with members that this version doesn't know", async () => {
    const folder = await filledFolder();
    const before = await listsIn(folder);
    expect(before).toMatchObject(ofAllKinds);
    for (const name of kindNames) expect([name, before[name]]).not.toEqual([name, []]);
    for (const kept of [before.user, ...before.expenses, ...before.budgets]) {
      expect(kept).toMatchObject({ added: { later: [1, "two"] } });
    }
    for (const foldLimits of [never, always, never, always]) {
      const store = await openTestStore({ folder, clock, foldLimits });
      await store.imports.revert(1, 99);
      await store.refreshTokens.revoke(
        `token ${foldLimits.smallDataBytes}`,
        "9999-01-01T00:00:00.000Z",
      );
      await store.close();
      expect(await listsIn(folder)).toEqual(before);
    }
    expect(await formatsIn(folder)).toMatchObject({ "outlay.json": "outlay-5" });
  });

  it("keep unknown members when they are changed", async () => {
    const folder = await filledFolder(always);
    const store = await openTestStore({ folder, clock });
    await store.users.changePassword(1, "other");
    await store.expenses.remove(1, 1);
    await store.expenses.remove(1, 2);
    await store.expenses.restore(1, 1);
    await store.budgets.remove(1, 1);
    await store.apiKeys.noteUse(1, 1, "2026-11-23T10:00:00.000Z");
    await store.close();
    const { user, expenses, budgets, apiKeys } = await listsIn(folder);
    expect(user).toMatchObject({ passwordHash: "other" });
    expect(expenses).toMatchObject([{ deletedAt: null }, { deletedAt: clock().toISOString() }]);
    for (const kept of [user, ...expenses, ...budgets, ...apiKeys]) {
      expect(kept).toMatchObject({ added: { later: [1, "two"] } });
    }
  });

  it.each(limits)("survive a backup and its restoring (%j)", async (foldLimits) => {
    const folder = await filledFolder(foldLimits);
    const { user: _, apiKeys: __, ...before } = await listsIn(folder);
    const path = join(await newFolder(), "backup.json");
    const made = await backUp({ folder, path, fs: nodeFileSystem, clock }, false);
    expect(made).toMatchObject({ categories: 1, rates: 1 });
    const other = join(await newFolder(), "data");
    const taking = { label: "test", patienceMs: 0, report: () => undefined };
    const options = { folder: other, path, fs: nodeFileSystem, clock, ...taking };
    await restore(options, () => Promise.resolve());
    expect(await listsIn(other)).toMatchObject(before);
    expect((await listsIn(other)).user).toMatchObject({ added: { later: [1, "two"] } });
  });

  it("reuse no id after a backup is restored over later data", async () => {
    const folder = await filledFolder(always);
    const path = join(await newFolder(), "backup.json");
    await backUp({ folder, path, fs: nodeFileSystem, clock }, false);
    const [category] = ofAllKinds.categories;
    const later = { put: { categories: category ? [{ ...category, id: 7, key: "CAR" }] : [] } };
    await changeFolder(folder, later, { foldLimits: always, clock });
    const taking = { label: "test", patienceMs: 0, report: () => undefined };
    const options = { folder, path, fs: nodeFileSystem, clock, ...taking };
    await restore(options, () => Promise.resolve());
    const { state } = await readFolder(folder, nodeFileSystem);
    expect(state.categories.list(1)).toHaveLength(1);
    expect(state.categories.nextId).toBe(8);
  });

  it("survive a crash that cuts a line short", async () => {
    const folder = await filledFolder();
    const before = await listsIn(folder);
    await appendFile(join(folder, "journal.1.jsonl"), '{"sum":"00000000","change":7,"put":{"rat');
    expect(await listsIn(folder)).toEqual(before);
    const store = await openTestStore({ folder, clock, foldLimits: always });
    await store.imports.add(1, bankFile, []);
    await store.close();
    const { imports, ...rest } = await listsIn(folder);
    expect(imports).toHaveLength(2);
    expect(before).toMatchObject(rest);
  });

  it("stay complete, whichever step of a fold fails", async () => {
    const folder = await filledFolder();
    const before = await listsIn(folder);
    let stepCount = 0;
    for (let faulty = 0; faulty <= stepCount; faulty += 1) {
      const disk = faultyDisk();
      const options = { folder, own: false, clock, fs: disk.fs, foldLimits: always };
      const store = await openTestStore(options);
      disk.fail((step) => step === faulty);
      const revoking = store.refreshTokens.revoke(`token ${faulty}`, "9999-01-01T00:00:00.000Z");
      await revoking.catch(() => undefined);
      stepCount = Math.max(stepCount, disk.steps.length);
      expect(await listsIn(folder)).toEqual(before);
      disk.fail(() => false);
      await store.close();
      expect(await listsIn(folder)).toEqual(before);
    }
    expect(stepCount).toBeGreaterThan(10);
  });

  it.each(limits)("are removed by their names, and with their user (%j)", async (foldLimits) => {
    const folder = await filledFolder(foldLimits);
    const before = await listsIn(folder);
    const named = { categories: [{ userId: 1, id: 1 }], logins: [{ userId: 1, id: 1 }] };
    await changeFolder(folder, { remove: named }, { foldLimits, clock });
    expect(await listsIn(folder)).toEqual({ ...before, categories: [], logins: [] });
    await changeFolder(folder, { remove: { users: [1] } }, { foldLimits, clock });
    expect(await listsIn(folder)).toEqual({ user: undefined, ...forEachKind(() => []) });
  });

  it("have a removed row in memory as in the file, once a fold has left its expense out", async () => {
    const folder = await newFolder();
    let now = clock();
    const options = { folder, own: false, clock: () => now, foldLimits: always };
    const store = await openTestStore(options);
    await store.users.create("ada", "hash");
    await store.imports.add(1, bankFile, fromBank("bank-1"));
    await store.expenses.remove(1, 1);
    now = new Date("2026-12-25T10:00:00.000Z");
    await store.budgets.create(1, food);
    expect(await listsIn(folder)).toMatchObject({
      expenses: [],
      removedRows: [{ id: 1, userId: 1, importId: 1, externalId: "bank-1" }],
    });
    expect((await store.sizes()).records).toMatchObject({ expense: 0, removed_row: 1 });
    expect(outcomes(await store.imports.addTo(1, 1, fromBank("bank-1")))).toEqual([[1, false]]);
  });

  it("lose a change of many records when thirty days have passed, at the next fold", async () => {
    const folder = await filledFolder(always);
    for (const [day, count] of [
      ["2026-12-22", 1],
      ["2026-12-23", 0],
    ] as const) {
      const now = () => new Date(`${day}T00:00:00.000Z`);
      await changeFolder(folder, { put: { users: [] } }, { foldLimits: always, clock: now });
      expect([day, (await listsIn(folder)).changes.length]).toEqual([day, count]);
    }
    const text = await readFile(join(folder, "outlay.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ changes: [], nextIds: { changes: 2 } });
  });
});
