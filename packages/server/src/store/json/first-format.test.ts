import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { contentOf, lunch, openTestStore } from "../../testing/test-store.ts";
import { DataDamaged } from "../store-errors.ts";

/** Data as the first version of Outlay wrote them. */
const text = `{"format":"outlay-1",
"nextIds":{"users":3,"expenses":8,"budgets":2},
"users":[
{"id":1,"username":"ada","passwordHash":"hash","passwordVersion":2,"createdAt":"2026-11-20T10:00:00.000Z"}],
"expenses":[
{"id":3,"amountCents":1250,"description":"Lunch with Grace","category":"FOOD","spentOn":"2026-11-20","tags":["work"],"externalId":"bank-1","userId":1,"createdAt":"2026-11-20T10:01:00.000Z","updatedAt":"2026-11-20T10:01:00.000Z","deletedAt":null},
{"id":4,"amountCents":300,"description":"Tea","category":"FOOD","spentOn":"2026-11-20","tags":[],"externalId":null,"userId":1,"createdAt":"2026-11-20T10:02:00.000Z","updatedAt":"2026-11-20T10:03:00.000Z","deletedAt":"2026-11-20T10:03:00.000Z"}],
"budgets":[
{"id":1,"amountCents":40000,"description":"food","category":"FOOD","period":"MONTHLY","starts":null,"ends":null,"rollover":"none","userId":1,"createdAt":"2026-11-20T10:00:00.000Z","updatedAt":"2026-11-20T10:00:00.000Z","deletedAt":null}],
"revokedTokens":[
{"id":"token","expiresAt":"9999-01-01T00:00:00.000Z"}]}
`;

async function folderWith(content: string): Promise<string> {
  const folder = join(await newFolder(), "data");
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, "outlay.json"), content);
  return folder;
}

const clock = () => new Date("2026-11-22T10:00:00.000Z");

describe("data of the first format", () => {
  it("are read unconverted, and left so by processes that only read", async () => {
    const folder = await folderWith(text);
    const store = await openTestStore({ folder, own: false, clock });
    expect(await contentOf(store, 1)).toMatchObject({
      user: { username: "ada", passwordVersion: 2 },
      expenses: [{ id: 3, description: "Lunch with Grace", externalId: "bank-1" }],
      removedExpenses: [{ id: 4 }],
      budgets: [{ id: 1, amountCents: 40_000 }],
    });
    expect(await store.refreshTokens.isRevoked("token")).toBe(true);
    await store.close();
    expect(await readFile(join(folder, "outlay.json"), "utf8")).toBe(text);
    expect(await readdir(folder)).toEqual(["outlay.json"]);
  });

  it.each([true, false])("are converted by the first writer, and kept (own: %s)", async (own) => {
    const folder = await folderWith(text);
    const store = await openTestStore({ folder, own, clock });
    const { record } = await store.expenses.create(1, lunch);
    expect(record.id).toBe(8);
    expect(await store.expenses.create(1, { ...lunch, externalId: "bank-1" })).toMatchObject({
      isNew: false,
    });
    const content = await contentOf(store, 1);
    await store.close();

    const path = join(folder, "outlay.json");
    expect(await readFile(path, "utf8")).toMatch(/^\{"format":"outlay-5",/);
    expect(await readFile(join(folder, "outlay-1.json"), "utf8")).toBe(text);
    const again = await openTestStore({ folder, clock });
    expect(await contentOf(again, 1)).toEqual(content);
    expect((await again.users.create("grace", "hash")).id).toBe(3);
  });

  it("are still followed by readers once they are converted", async () => {
    const folder = await folderWith(text);
    const foldLimits = { minJournalBytes: 1e9, smallDataBytes: 0 };
    const store = await openTestStore({ folder, own: false, clock, foldLimits });
    await store.expenses.create(1, lunch);
    const other = await openTestStore({ folder, own: false, clock, foldLimits });
    await other.expenses.create(1, lunch);
    expect(await store.expenses.list(1)).toHaveLength(3);
  });

  it("stay complete and convertible, whichever step of the disk fails during the conversion", async () => {
    let stepCount = 0;
    for (let faulty = 0; faulty <= stepCount; faulty += 1) {
      const folder = await folderWith(text);
      const disk = faultyDisk();
      const store = await openTestStore({ folder, own: false, clock, fs: disk.fs });
      const before = await contentOf(store, 1);
      disk.fail((step) => step === faulty);
      const outcome = await store.expenses.create(1, { ...lunch, externalId: "new" }).then(
        () => 1,
        () => 0,
      );
      stepCount = disk.steps.length;
      const again = await openTestStore({ folder, own: false, clock });
      const { expenses, ...rest } = await contentOf(again, 1);
      const { expenses: expensesBefore, ...restBefore } = before;
      expect(rest).toEqual(restBefore);
      expect(expenses).toHaveLength(expensesBefore.length + outcome);
      await again.expenses.create(1, { ...lunch, externalId: "new" });
      expect(await again.expenses.list(1)).toHaveLength(2);
      await again.close();
    }
    expect(stepCount).toBeGreaterThan(10);
  });

  it.each([
    ["cut short", text.slice(0, -10)],
    ["without its lists", '{"format":"outlay-1",\n"nextIds":{"users":1,"expenses":1,"budgets":1}}'],
    ["without its counters", text.replace(/"nextIds":.*/, '"nextIds":{},')],
  ])("stop the opening when they are %s, and stay unchanged", async (_what, damaged) => {
    const folder = await folderWith(damaged);
    const opening = openTestStore({ folder, own: false });
    await expect(opening).rejects.toThrow(DataDamaged);
    await expect(opening).rejects.toThrow(join(folder, "outlay.json"));
    expect(await readFile(join(folder, "outlay.json"), "utf8")).toBe(damaged);
  });

  it("stop the opening when they lie beside a journal of other data", async () => {
    const folder = await folderWith(text);
    const other = join(await newFolder(), "data");
    const store = await openTestStore({
      folder: other,
      foldLimits: { minJournalBytes: 1e9, smallDataBytes: 0 },
    });
    await store.users.create("ada", "hash");
    await store.close();
    await writeFile(
      join(folder, "journal.1.jsonl"),
      await readFile(join(other, "journal.1.jsonl")),
    );
    await expect(openTestStore({ folder })).rejects.toThrow("belongs to different data");
  });
});
