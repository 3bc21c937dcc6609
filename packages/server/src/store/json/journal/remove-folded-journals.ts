import { type FileSystem, removeGradually } from "@outlay/files";
import { journalPath, journalsIn } from "./journal-names.ts";

/**
 * Removes the journals whose changes are all in the snapshot, which ends with the change
 * `lastChange`.
 */
export async function removeFoldedJournals(
  folder: string,
  lastChange: number,
  fs: FileSystem,
): Promise<void> {
  const firsts = await journalsIn(folder, fs).catch(() => []);
  for (const first of firsts) {
    if (first > lastChange) continue;
    // A remaining one is ignored from here on, and removed by the next fold.
    await removeGradually(journalPath(folder, first), fs).catch(() => undefined);
  }
}
