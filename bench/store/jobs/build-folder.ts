/** Fills a data folder faster than single calls of the store would. */
import { mkdir, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem, replaceFile, writeAll } from "@outlay/files";
import {
  type Change,
  changeLines,
  chunked,
  emptySnapshot,
  Journal,
  journalPath,
  type Snapshot,
  snapshotChunks,
  snapshotName,
} from "@outlay/server/bench";
import { expense, expenses, users } from "../records.ts";

const storeId = "00000000-0000-4000-a000-000000000000";

const snapshotOf = (count: number): Snapshot => ({
  ...emptySnapshot,
  store: storeId,
  lastChange: count,
  nextIds: { ...emptySnapshot.nextIds, users: users.length + 1, expenses: count + 1 },
  users,
  expenses: expenses(count),
});

/** Writes many users' expenses into a snapshot, and the empty journal that belongs beside it. */
export async function buildFolder(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, snapshotName), async (file) => {
    for (const chunk of snapshotChunks(snapshotOf(count))) await writeAll(file, chunk);
  });
  await new Journal(folder, count + 1, nodeFileSystem).create(storeId, () => Promise.resolve());
}

/** The text of changes to the expenses of a snapshot, up to a length. */
function* editLines(count: number, limitBytes: number): Generator<string> {
  let bytes = 0;
  for (let number = 1; ; number += 1) {
    const record = expense(1 + (number % count));
    const change: Change = {
      put: { expenses: [{ ...record, amountCents: record.amountCents + 1 }] },
    };
    const line = changeLines(count + number, [change]);
    bytes += Buffer.byteLength(line);
    if (bytes > limitBytes) return;
    yield line;
  }
}

/**
 * Lengthens the journal of a folder that `buildFolder` made until folding is nearly due.
 * @param missingBytes the bytes that remain until then
 */
export async function lengthenJournal(
  folder: string,
  count: number,
  missingBytes: number,
): Promise<void> {
  const { size } = await stat(join(folder, snapshotName));
  const file = await open(journalPath(folder, count + 1), "a");
  try {
    const lines = editLines(count, size - missingBytes);
    for (const chunk of chunked(lines)) await writeAll(file, chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}
