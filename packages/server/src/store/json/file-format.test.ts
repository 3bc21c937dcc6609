/** docs/FILE_FORMAT.md, followed by a reader that knows nothing else. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { newFolder } from "../../testing/new-folder.ts";
import { lunch, openTestStore } from "../../testing/test-store.ts";

const hex = (sum: number) => sum.toString(16).padStart(8, "0");

async function folderWith(expenses: number, smallDataBytes: number): Promise<string> {
  const folder = await newFolder();
  const foldLimits = { minJournalBytes: 1e9, smallDataBytes };
  const store = await openTestStore({ folder, foldLimits });
  await store.users.create("ada", "hash");
  for (let count = 0; count < expenses; count += 1) {
    await store.expenses.create(1, { ...lunch, description: `Zürich ${count}` });
  }
  await store.close();
  return folder;
}

it("gives the snapshot's checksums as the page says", async () => {
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

it("gives the journal's checksums and numbers as the page says", async () => {
  const folder = await folderWith(3, 0);
  const text = await readFile(join(folder, "journal.1.jsonl"), "utf8");
  const lines = text.split("\n").slice(0, -1);
  const start = '{"sum":"xxxxxxxx",'.length;
  for (const line of lines) {
    const { sum } = JSON.parse(line) as { sum: string };
    expect(sum).toBe(hex(crc32(line.slice(start))));
  }
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { format: "outlay-journal-1", first: 1 },
    { change: 1, put: { users: [{ username: "ada" }] } },
    { change: 2, put: { expenses: [{ id: 1, description: "Zürich 0" }] } },
    { change: 3 },
    { change: 4 },
  ]);
});
