/** Keeps the present content of a data folder when other data replace it. */
import type { Stats } from "node:fs";
import { basename, join } from "node:path";
import {
  type FileSystem,
  hardLink,
  makePrivateFolder,
  type NoPlainFile,
  noPlainFile,
  syncFolder,
  unlessMissing,
} from "@outlay/files";
import { journalPath, journalsIn } from "../journal/journal-names.ts";
import { snapshotName } from "../snapshot/snapshot.ts";

/** The beginning of the names of folders with replaced data, before the time. */
export const replacedPrefix = "replaced-";

/** The folder for data that are replaced at a given time. */
export const replacedFolder = (folder: string, now: Date): string =>
  join(folder, `${replacedPrefix}${now.toISOString().replaceAll(":", "-")}`);

/** The result of keeping a folder's data. */
export interface KeptAside {
  isKept: boolean;
  /**
   * Things other than files that had a file's name: they were moved, because a folder can have only
   * one name.
   */
  moved: NoPlainFile[];
}

/** Links the folder's data into another folder, or moves whatever can't be linked. */
export async function keepPresent(
  folder: string,
  kept: string,
  fs: FileSystem,
): Promise<KeptAside> {
  const journals = (await journalsIn(folder, fs)).map((first) => journalPath(folder, first));
  const present: { path: string; stats: Stats }[] = [];
  for (const path of [join(folder, snapshotName), ...journals]) {
    const stats = await fs.lstat(path).catch(unlessMissing);
    if (stats) present.push({ path, stats });
  }
  if (present.length === 0) return { isKept: false, moved: [] };
  await makePrivateFolder(kept);
  const moved: NoPlainFile[] = [];
  for (const { path, stats } of present) {
    const there = join(kept, basename(path));
    if (stats.isFile() || stats.isSymbolicLink()) {
      await hardLink(path, there, fs);
    } else {
      await fs.rename(path, there);
      moved.push(noPlainFile(path, stats));
    }
  }
  await syncFolder(kept, fs);
  return { isKept: true, moved };
}

/** Removes the kept data, if all of them are still in their place after all. */
export async function dropKept(folder: string, kept: string, fs: FileSystem): Promise<void> {
  try {
    for (const name of await fs.readdir(kept)) {
      const copy = await fs.lstat(join(kept, name));
      // A file with two names is still in its place.
      if ((await fs.lstat(join(folder, name))).ino !== copy.ino) return;
    }
    await fs.rm(kept, { recursive: true, force: true });
  } catch {
    // Then it stays, which does no harm.
  }
}
