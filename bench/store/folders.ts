/** The data folders that are measured, and copies of them. */
import { copyFile, link, mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { withWorker } from "./workers.ts";

export interface SizeFolders {
  count: number;
  /** With an empty journal. */
  calm: string;
  /** With a journal that will be folded after some hundred requests. */
  nearlyDue: string;
}

/** Some 300 creates: enough to measure requests before the fold. */
const missingBytes = 128 * 1024;

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Copies a data folder durably, so that nothing is left to be written while measuring. */
export async function copyFolder(from: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const path = join(to, name);
    // A snapshot is only ever replaced, so one file can be in several folders.
    if (name.endsWith(".json")) await link(join(from, name), path);
    else {
      await copyFile(join(from, name), path);
      await syncFile(path);
    }
  }
  return to;
}

export async function buildFolders(root: string, count: number): Promise<SizeFolders> {
  const calm = join(root, `${count}`);
  const nearlyDue = join(root, `${count}-nearly-due`);
  await withWorker((worker) => worker.call("buildFolder", calm, count));
  await copyFolder(calm, nearlyDue);
  await withWorker((worker) => worker.call("lengthenJournal", nearlyDue, count, missingBytes));
  return { count, calm, nearlyDue };
}
