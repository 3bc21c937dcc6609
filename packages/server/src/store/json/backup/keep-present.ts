/** What is in a data folder, kept beside what comes in its place. */
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

/** The beginning of the names of folders with replaced data, before the moment. */
export const replacedPrefix = "replaced-";

/** Where data are kept that are replaced at a moment. */
export const replacedFolder = (folder: string, now: Date): string =>
  join(folder, `${replacedPrefix}${now.toISOString().replaceAll(":", "-")}`);

/** What was done about the data that were in a folder. */
export interface Kept {
  isKept: boolean;
  /** What stood in the place of a file and was none: it was moved, since a folder has but one name. */
  moved: NoPlainFile[];
}

/** Links the folder's data into another folder, or moves what can't be linked. */
export async function keepPresent(folder: string, kept: string, fs: FileSystem): Promise<Kept> {
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

/** Removes what was kept, if all of it is still in its place after all. */
export async function dropKept(folder: string, kept: string, fs: FileSystem): Promise<void> {
  try {
    for (const name of await fs.readdir(kept)) {
      const copy = await fs.lstat(join(kept, name));
      // One file with two names is still where it was.
      if ((await fs.lstat(join(folder, name))).ino !== copy.ino) return;
    }
    await fs.rm(kept, { recursive: true, force: true });
  } catch {
    // Then it stays, which does no harm.
  }
}
