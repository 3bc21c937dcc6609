import { nodeFileSystem } from "@outlay/files";
import { defaultFoldLimits, type FoldLimits } from "../store/json/disk/fold-limits.ts";
import { Database } from "../store/json/engine/database.ts";
import type { Change } from "../store/json/journal/change.ts";

interface ChangeFolderOptions {
  foldLimits?: FoldLimits;
  clock?: () => Date;
}

/** A day on which nothing in the sample records is old. */
const sampleDay = () => new Date("2026-11-23T09:00:00.000Z");

/** Makes a change that no call of this version's store makes, as a later version may have made it. */
export async function changeFolder(
  folder: string,
  change: Change,
  { foldLimits = defaultFoldLimits, clock = sampleDay }: ChangeFolderOptions = {},
): Promise<void> {
  const silent = { label: "test", patienceMs: 10_000, report: () => undefined };
  const database = await Database.open({
    folder,
    fs: nodeFileSystem,
    clock,
    foldLimits,
    ...silent,
  });
  try {
    await database.change(() => ({ change, result: undefined }));
  } finally {
    await database.close();
  }
}
