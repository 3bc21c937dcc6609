/** A folder that a server's store owns, with an expense in its snapshot and one in its journal. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { journalPath, journalsIn } from "../store/json/journal/journal-names.ts";
import type { Store } from "../store/store.ts";
import { newFolder } from "@outlay/testing";
import { lunch, openTestStore, type TestStoreOptions } from "./test-store.ts";

const userId = 1;

/** Nothing is folded unless it has to be. */
export const unfolded = { minJournalBytes: Infinity, smallDataBytes: 0 };

export const add = (store: Store, description: string) =>
  store.expenses.create(userId, { ...lunch, description });

export const descriptionsIn = async (store: Store) =>
  (await store.expenses.list(userId)).map(({ description }) => description);

/** The data that the next process finds if this one is killed now. */
export async function afterKill(folder: string): Promise<string[]> {
  const copy = join(await newFolder(), "copy");
  await cp(folder, copy, { recursive: true });
  return descriptionsIn(await openTestStore({ folder: copy, own: false }));
}

/** @param options of the store that keeps the folder afterwards */
export async function openWithBoth(options: Partial<TestStoreOptions> = {}) {
  const folder = await newFolder();
  const first = await openTestStore({ folder });
  await first.users.create("ada", "hash");
  await add(first, "Lunch");
  await first.close();
  const said: string[] = [];
  const report = (message: string) => said.push(message);
  const store = await openTestStore({ folder, foldLimits: unfolded, report, ...options });
  await add(store, "Tea");
  const [number = 0] = await journalsIn(folder, nodeFileSystem);
  return { folder, store, said, journal: journalPath(folder, number) };
}
