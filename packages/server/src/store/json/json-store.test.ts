import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { newFolder } from "@outlay/testing";
import { lunch, openTestStore } from "../../testing/test-store.ts";
import { StorageUnavailable } from "../store-errors.ts";
import { describeStore } from "../suite/store-suite.ts";

describeStore("JSON", async () => {
  const folder = await newFolder();
  let now = Date.UTC(2026, 10, 22);
  const openAgain = () => openTestStore({ folder, patienceMs: 0, clock: () => new Date(now) });
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

describe("several openings of one folder", () => {
  it("see each other's changes, and lose nothing", async () => {
    const folder = await newFolder();
    const stores = await Promise.all(
      Array.from({ length: 4 }, () => openTestStore({ folder, own: false })),
    );
    const user = await stores[0]?.users.create("ada", "hash");
    await Promise.all(
      stores.flatMap((store) => Array.from({ length: 5 }, () => store.expenses.create(1, lunch))),
    );
    expect(user?.id).toBe(1);
    for (const store of stores) {
      const ids = (await store.expenses.list(1)).map(({ id }) => id);
      expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    }
  });

  it("follow a journal that nobody folds, and the one after it", async () => {
    const folder = await newFolder();
    const foldLimits = { minJournalBytes: 2000, smallDataBytes: 0 };
    const writer = await openTestStore({ folder, foldLimits });
    const reader = await openTestStore({ folder, own: false });
    await writer.users.create("ada", "hash");
    for (let count = 1; count <= 30; count += 1) {
      await writer.expenses.create(1, lunch);
      expect(await reader.expenses.list(1)).toHaveLength(count);
    }
    await writer.close();
    expect(await reader.expenses.list(1)).toHaveLength(30);
  });

  it("can read while another owns the folder, but not write", async () => {
    const folder = await newFolder();
    const owner = await openTestStore({ folder });
    await owner.users.create("ada", "hash");
    await owner.expenses.create(1, lunch);
    const reader = await openTestStore({ folder, own: false, patienceMs: 0 });
    expect(await reader.expenses.list(1)).toHaveLength(1);
    await expect(reader.expenses.create(1, lunch)).rejects.toThrow(StorageUnavailable);
    const second = openTestStore({ folder, patienceMs: 0 });
    await expect(second).rejects.toThrow(/held by process \d+ \(test\)/);
    await owner.close();
    await reader.expenses.create(1, lunch);
  });

  it("don't wait for a writer that waits for its own turn", async () => {
    const folder = await newFolder();
    const owner = await openTestStore({ folder });
    await owner.users.create("ada", "hash");
    const other = await openTestStore({ folder, own: false });
    const written = other.expenses.create(1, lunch).then(() => "written");
    const read = other.expenses.list(1).then(() => "read");
    expect(await Promise.race([written, read])).toBe("read");
    await owner.close();
    await written;
  });
});

describe("the files", () => {
  it("have one record per line and belong to their owner alone", async () => {
    const folder = join(await newFolder(), "data");
    const store = await openTestStore({ folder, own: false });
    await store.users.create("ada", "hash");
    await store.expenses.create(1, lunch);
    await store.expenses.create(1, { ...lunch, description: "line\nbreak" });
    await store.close();
    const lines = (await readFile(join(folder, "outlay.json"), "utf8")).split("\n");
    expect(lines.filter((line) => line.includes('"amountCents":1250'))).toHaveLength(2);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600);
    }
  });

  it("are one JSON snapshot with everything in it when a writer leaves small data", async () => {
    const folder = await newFolder();
    const store = await openTestStore({ folder });
    await store.users.create("ada", "hash");
    await store.expenses.create(1, lunch);
    await store.close();
    const snapshot: unknown = JSON.parse(await readFile(join(folder, "outlay.json"), "utf8"));
    expect(snapshot).toMatchObject({
      format: "outlay-5",
      lastChange: 2,
      nextIds: { users: 2, expenses: 2, budgets: 1, imports: 1, apiKeys: 1 },
      users: [{ username: "ada" }],
      expenses: [lunch],
      budgets: [],
      imports: [],
      apiKeys: [],
      revokedTokens: [],
    });
  });

  it("grow by one line for a change, and are folded when the journal has outgrown the snapshot", async () => {
    const folder = await newFolder();
    const foldLimits = { minJournalBytes: 4000, smallDataBytes: 0 };
    const store = await openTestStore({ folder, foldLimits });
    await store.users.create("ada", "hash");
    const journal = await readFile(join(folder, "journal.1.jsonl"), "utf8");
    await store.expenses.create(1, lunch);
    const after = await readFile(join(folder, "journal.1.jsonl"), "utf8");
    expect(after.startsWith(journal)).toBe(true);
    expect(after.split("\n")).toHaveLength(journal.split("\n").length + 1);
    expect(await readdir(folder)).not.toContain("outlay.json");

    for (let count = 0; count < 40; count += 1) await store.expenses.create(1, lunch);
    await store.close();

    const names = await readdir(folder);
    expect(names).toContain("outlay.json");
    expect(names).not.toContain("journal.1.jsonl");
    const again = await openTestStore({ folder });
    expect(await again.expenses.list(1)).toHaveLength(41);
    await again.close();
  });

  it("are folded once, at its end, by a process that takes the folder turn by turn", async () => {
    const folder = await newFolder();
    const foldLimits = { minJournalBytes: 2000, smallDataBytes: 0 };
    const store = await openTestStore({ folder, own: false, foldLimits });
    await store.users.create("ada", "hash");
    for (let count = 0; count < 40; count += 1) await store.expenses.create(1, lunch);
    expect(await readdir(folder)).toContain("journal.1.jsonl");
    expect(await readdir(folder)).not.toContain("outlay.json");
    const reader = await openTestStore({ folder, own: false, foldLimits });
    expect(await reader.expenses.list(1)).toHaveLength(40);
    await reader.close();
    expect(await readdir(folder)).not.toContain("outlay.json");

    await store.close();

    expect(await readdir(folder)).toContain("outlay.json");
    expect(await readdir(folder)).not.toContain("journal.1.jsonl");
  });

  it("hold the data of one moment, though more is recorded while they are written", async () => {
    const folder = await newFolder();
    const foldLimits = { minJournalBytes: 200_000, smallDataBytes: 0 };
    const store = await openTestStore({ folder, foldLimits });
    await store.users.create("ada", "hash");
    const seen = new Set<number>();
    while (seen.size < 3) {
      await Promise.all(Array.from({ length: 50 }, () => store.expenses.create(1, lunch)));
      const text = await readFile(join(folder, "outlay.json"), "utf8").catch(() => null);
      if (text === null) continue;
      const { lastChange, expenses } = JSON.parse(text) as {
        lastChange: number;
        expenses: unknown[];
      };
      seen.add(lastChange);
      // All changes but the first, which created the user.
      expect(expenses).toHaveLength(lastChange - 1);
    }
    await store.close();
  });

  it.each([true, false])(
    "give the external id of a removed record to one other record alone (own: %s)",
    async (own) => {
      const folder = await newFolder();
      let now = Date.UTC(2026, 10, 22);
      const foldLimits = { minJournalBytes: 1e9, smallDataBytes: 0 };
      const open = () => openTestStore({ folder, foldLimits, own, clock: () => new Date(now) });
      const fromBank = { ...lunch, externalId: "bank-1" };
      const store = await open();
      await store.users.create("ada", "hash");
      await store.expenses.create(1, lunch);
      await store.expenses.create(1, fromBank);
      await store.expenses.remove(1, 2);
      now += 31 * 24 * 60 * 60 * 1000;
      await store.expenses.update(1, 1, (current) => ({ ...current, externalId: "bank-1" }));
      await store.close();
      // Nothing has been folded: the removed expense is read and removed again.
      const again = await open();
      expect(await again.expenses.create(1, fromBank)).toMatchObject({
        isNew: false,
        record: { id: 1 },
      });
      expect(await again.expenses.create(1, fromBank)).toMatchObject({
        isNew: false,
        record: { id: 1 },
      });
    },
  );

  it("don't keep records that have been in the trash for long enough, or expired tokens", async () => {
    const folder = await newFolder();
    let now = Date.UTC(2026, 10, 22);
    const open = () => openTestStore({ folder, clock: () => new Date(now) });
    const store = await open();
    await store.users.create("ada", "hash");
    await store.expenses.create(1, { ...lunch, description: "gone" });
    await store.expenses.remove(1, 1);
    await store.refreshTokens.revoke("over", new Date(now + 1000).toISOString());
    await store.close();
    now += 31 * 24 * 60 * 60 * 1000;
    const again = await open();
    await again.expenses.create(1, lunch);
    await again.close();
    const text = await readFile(join(folder, "outlay.json"), "utf8");
    expect(text).not.toContain("gone");
    expect(text).not.toContain("over");
    expect(text).toContain('"id":2');
  });
});
