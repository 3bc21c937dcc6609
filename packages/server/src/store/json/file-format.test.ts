/** A reader that knows only docs/FILE_FORMAT.md can read the data. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { changeFolder } from "../../testing/change-folder.ts";
import { ofAllKinds } from "../../testing/records-of-all-kinds.ts";
import { bankFile, food, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";

const hex = (sum: number) => sum.toString(16).padStart(8, "0");

const cron = { name: "cron", scope: "import", expiresAt: null, secretHash: "hash" } as const;

/** The names of a record's members. They are sorted, because their order in the file has no meaning. */
const membersOf = (record: object): string[] => Object.keys(record).toSorted();

async function folderWith(expenses: number, smallDataBytes: number): Promise<string> {
  const folder = await newFolder();
  const foldLimits = { minJournalBytes: 1e9, smallDataBytes };
  const store = await openTestStore({ folder, foldLimits });
  await store.users.create("ada", "hash");
  for (let count = 0; count < expenses; count += 1) {
    await store.expenses.create(1, { ...lunch, description: `Zürich ${count}` });
  }
  await store.budgets.create(1, food);
  await store.imports.add(1, { ...bankFile, externalId: "file-1" }, fromBank("bank-1"));
  const { id } = await store.apiKeys.create(1, cron);
  await store.apiKeys.noteUse(1, id, "2026-11-22T09:00:00.000Z");
  await store.close();
  const { categories, rates, changes, removedRows } = ofAllKinds;
  const put = { categories, rates, changes, removedRows };
  await changeFolder(folder, { put }, { foldLimits });
  return folder;
}

/** The members of the records that the page shows in each list of the snapshot. */
async function membersOnPage(): Promise<Record<string, string[][]>> {
  const page = await readFile(
    new URL("../../../../../docs/FILE_FORMAT.md", import.meta.url),
    "utf8",
  );
  const [, example = ""] = /^## The snapshot.*?^```\n(.*?)^```/ms.exec(page) ?? [];
  const lists = [...example.matchAll(/^"(\w+)":\[\n(\{.*?)^\]/gms)].map(
    ([, name = "", lines = ""]) => {
      const records = lines.split("\n").filter((line) => line.startsWith("{"));
      return [
        name,
        records.map((line) => membersOf(JSON.parse(line.replace(/,$/, "")) as object)),
      ] as const;
    },
  );
  return Object.fromEntries(lists);
}

it("computes the snapshot's checksums as the page says", async () => {
  const text = await readFile(join(await folderWith(150, 1e9), "outlay.json"), "utf8");
  const [content = "", rest = ""] = text.split('"checksums":[\n');
  const { checksums, checksumOfChecksums, checksumOfAll } = JSON.parse(text) as {
    checksums: string[];
    checksumOfChecksums: string;
    checksumOfAll: string;
  };
  const lines = content.split("\n").slice(0, -1);
  expect(checksums.join("")).toBe(lines.map((line) => hex(crc32(line))).join(""));
  expect(checksums[0]).toHaveLength(64 * 8);
  const [listed = ""] = rest.split('"checksumOfChecksums"');
  expect(checksumOfChecksums).toBe(hex(crc32(`"checksums":[\n${listed}`)));
  const [all = ""] = text.split(',"checksumOfAll"');
  expect(checksumOfAll).toBe(hex(crc32(all)));
});

it("has the lists, and in them the members, that the page shows", async () => {
  const text = await readFile(join(await folderWith(1, 1e9), "outlay.json"), "utf8");
  const snapshot = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
  expect(Object.keys(snapshot)).toEqual([
    "format",
    "store",
    "lastChange",
    "standsAlone",
    "nextIds",
    "users",
    "expenses",
    "budgets",
    "imports",
    "apiKeys",
    "categories",
    "rates",
    "changes",
    "removedRows",
    "rules",
    "importFormats",
    "recurring",
    "logins",
    "revokedTokens",
    "checksums",
    "checksumOfChecksums",
    "checksumOfAll",
  ]);
  expect(snapshot["format"]).toBe("outlay-5");
  expect(snapshot["nextIds"]).toEqual({
    users: 2,
    expenses: 3,
    budgets: 2,
    imports: 2,
    apiKeys: 2,
    categories: 2,
    rates: 2,
    changes: 2,
    rules: 1,
    importFormats: 1,
    recurring: 1,
    logins: 1,
  });
  const [typed, imported] = snapshot["expenses"] ?? [];
  expect(typed).not.toHaveProperty("importId");
  expect(imported).toMatchObject({ importId: 1 });
  const page = await membersOnPage();
  expect(Object.keys(page)).toEqual([
    "users",
    "expenses",
    "budgets",
    "imports",
    "apiKeys",
    "categories",
    "rates",
    "changes",
    "removedRows",
    "revokedTokens",
  ]);
  const { revokedTokens: _none, ...shown } = page;
  for (const [list, members] of Object.entries(shown)) {
    const inFile = (snapshot[list] ?? []).map(membersOf);
    expect({ list, members: inFile }).toEqual({ list, members });
  }
  expect(snapshot["imports"]).toEqual([
    { id: 1, source: "bank.csv", externalId: "file-1", userId: 1, createdAt: expect.any(String) },
  ]);
  expect(snapshot["apiKeys"]).toEqual([
    {
      id: 1,
      ...cron,
      userId: 1,
      createdAt: expect.any(String),
      lastUsedAt: "2026-11-22T09:00:00.000Z",
      revokedAt: null,
    },
  ]);
});

it("computes the journal's checksums and numbers as the page says", async () => {
  const folder = await folderWith(3, 0);
  const text = await readFile(join(folder, "journal.1.jsonl"), "utf8");
  const lines = text.split("\n").slice(0, -1);
  const start = '{"sum":"xxxxxxxx",'.length;
  for (const line of lines) {
    const { sum } = JSON.parse(line) as { sum: string };
    expect(sum).toBe(hex(crc32(line.slice(start))));
  }
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { format: "outlay-journal-4", first: 1 },
    { change: 1, put: { users: [{ username: "ada" }] } },
    { change: 2, put: { expenses: [{ id: 1, description: "Zürich 0" }] } },
    { change: 3 },
    { change: 4 },
    { change: 5, put: { budgets: [{ id: 1 }] } },
    { change: 6, put: { imports: [{ id: 1 }], expenses: [{ id: 4, importId: 1 }] } },
    { change: 7, put: { apiKeys: [{ id: 1, lastUsedAt: null }] } },
    { change: 8, put: { apiKeys: [{ id: 1, lastUsedAt: "2026-11-22T09:00:00.000Z" }] } },
    { change: 9, put: { categories: [{ key: "RENT" }], removedRows: [{ id: 3 }] } },
  ]);
});
