/** What is in a data folder, kept beside what comes in its place. */
import { basename, join } from "node:path";
import {
  type FileSystem,
  hardLink,
  makePrivateFolder,
  syncFolder,
  unlessMissing,
} from "@outlay/files";
import { journalPath, journalsIn } from "./journal-names.ts";
import { snapshotName } from "./snapshot.ts";

/** What the folders with replaced data are called, before the moment. */
export const replacedPrefix = "replaced-";

/** Where data are kept that are replaced at a moment. */
export const replacedFolder = (folder: string, now: Date): string =>
  join(folder, `${replacedPrefix}${now.toISOString().replaceAll(":", "-")}`);

/** Links the folder's data into another folder. False if there are none. */
export async function keepPresent(folder: string, kept: string, fs: FileSystem): Promise<boolean> {
  const journals = (await journalsIn(folder, fs)).map((first) => journalPath(folder, first));
  const files = [join(folder, snapshotName), ...journals];
  const present: string[] = [];
  for (const path of files) if (await fs.stat(path).catch(unlessMissing)) present.push(path);
  if (present.length === 0) return false;
  await makePrivateFolder(kept);
  for (const path of present) await hardLink(path, join(kept, basename(path)), fs);
  await syncFolder(kept, fs);
  return true;
}
