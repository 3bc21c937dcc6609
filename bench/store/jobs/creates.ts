/** Measures durable creates, one at a time, and the same writes without a store. */
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { changeLines, type Store } from "@outlay/server/bench";
import { timedMs } from "../../lib/clock.ts";
import { openStore } from "../open-store.ts";
import { expense, fields, owner } from "../records.ts";

interface Opened {
  store: Store;
  bareFile: FileHandle;
  count: number;
}

interface Turn {
  createsMs: number[];
  bareWritesMs: number[];
}

let opened: Opened | undefined;
let createdCount = 0;
let journalBytes = 0;

const onJournalBytes = (bytes: number): void => {
  journalBytes += bytes;
};

export async function openForCreates(folder: string, count: number): Promise<void> {
  const store = await openStore(folder, { onJournalBytes });
  const bareFile = await open(join(folder, "bare-writes"), "a");
  opened = { store, bareFile, count };
}

/** @param turnCount the number of creates, followed by as many bare writes */
export async function createInTurn(turnCount: number): Promise<Turn> {
  if (!opened) throw new Error("The store is not open.");
  const { store, bareFile, count } = opened;
  const createsMs: number[] = [];
  for (let index = 0; index < turnCount; index += 1) {
    createdCount += 1;
    const expenseFields = fields(count + createdCount);
    createsMs.push(await timedMs(() => store.expenses.create(owner.id, expenseFields)));
  }
  const line = changeLines(count, [{ put: { expenses: [expense(count)] } }]);
  const bareWritesMs: number[] = [];
  for (let index = 0; index < turnCount; index += 1) {
    const writeDown = async () => {
      await bareFile.write(line);
      await bareFile.datasync();
    };
    bareWritesMs.push(await timedMs(writeDown));
  }
  return { createsMs, bareWritesMs };
}

/** The bytes that each create so far has added to the journal. */
export const journalBytesPerCreate = (): number => journalBytes / createdCount;

export async function closeAfterCreates(): Promise<void> {
  await opened?.bareFile.close();
  await opened?.store.close();
}
