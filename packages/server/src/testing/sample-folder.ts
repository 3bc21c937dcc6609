/** Data folders to be examined. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import type { Check } from "@outlay/shared";
import { type Examination, examine } from "../store/json/examine/examine.ts";
import type { ExamineOptions } from "../store/json/examine/examine-options.ts";
import { newFolder } from "@outlay/testing";
import { food, lunch, openTestStore } from "./test-store.ts";

export const uid = process.getuid?.() ?? 0;

export const look = (folder: string, options: Partial<ExamineOptions> = {}): Promise<Examination> =>
  examine({ folder, fs: nodeFileSystem, clock: () => new Date(), uid, ...options });

/** The checks of one name. */
export async function checksNamed(
  name: string,
  folder: string,
  options: Partial<ExamineOptions> = {},
): Promise<Check[]> {
  const { checks } = await look(folder, options);
  return checks.filter(({ check }) => check === name);
}

const unfolded = { minJournalBytes: 1e9, smallDataBytes: 0 };

/** A folder with four changes in the snapshot and two in its journal. */
export async function sampleFolder(): Promise<string> {
  const folder = join(await newFolder(), "data");
  const first = await openTestStore({ folder });
  await first.users.create("ada", "hash");
  await first.expenses.create(1, { ...lunch, tags: ["work"] });
  await first.expenses.create(1, { ...lunch, description: "Tea" });
  await first.budgets.create(1, food);
  await first.close();
  const second = await openTestStore({ folder, foldLimits: unfolded });
  await second.expenses.create(1, { ...lunch, description: "Zürich 🚆" });
  await second.expenses.remove(1, 1);
  await second.close();
  await writeFile(join(folder, "jwt-secret"), `${"s".repeat(64)}\n`, { mode: 0o600 });
  return folder;
}

export const journalName = "journal.5.jsonl";
