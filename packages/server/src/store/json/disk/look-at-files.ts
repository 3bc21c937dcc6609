import { DataReplaced, JournalGone, SnapshotGone } from "../../store-errors.ts";
import type { Journal } from "../journal/journal.ts";
import type { SnapshotFile } from "../snapshot/snapshot-file.ts";

/** The fate of a file since it was last read or written here. */
export type Place = "same" | "gone" | "other";

/**
 * @throws SnapshotGone, also where there is a different one, and whatever the file system throws
 */
export async function checkSnapshot(snapshot: SnapshotFile): Promise<void> {
  if ((await snapshot.look()) !== "same") throw new SnapshotGone();
}

async function lookAtJournal(journal: Journal): Promise<Place> {
  try {
    await journal.checkPlace();
    return "same";
  } catch (error) {
    if (error instanceof JournalGone) return "gone";
    if (error instanceof DataReplaced) return "other";
    throw error;
  }
}

/** @throws whatever the file system throws */
export const lookAtFiles = async (
  snapshot: SnapshotFile,
  journal: Journal | undefined,
): Promise<Record<"snapshot" | "journal", Place>> => ({
  snapshot: await snapshot.look(),
  journal: journal ? await lookAtJournal(journal) : "same",
});
