/** The progress of folding journals into the snapshot, judged by the files of a data folder. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface FolderFiles {
  /** Distinguishes a snapshot from the next one; undefined while there is none. */
  snapshot: number | undefined;
  /** The numbers of the first changes in the journals. */
  journals: readonly number[];
  /** Journals and snapshots that don't have their final names yet. */
  unfinished: readonly string[];
}

const journalName = /^journal\.(\d+)\.jsonl$/;
const unfinishedName = /^\.(outlay\.json|journal\.\d+\.jsonl)\.\d+\.[^.]+\.outlay-tmp$/;

export function filesIn(folder: string): FolderFiles {
  const names = readdirSync(folder);
  return {
    snapshot: statSync(join(folder, "outlay.json"), { throwIfNoEntry: false })?.ino,
    journals: names.flatMap((name) => journalName.exec(name)?.[1] ?? []).map(Number),
    unfinished: names.filter((name) => unfinishedName.test(name)),
  };
}

/** The stage of folding. */
export const Step = { none: 0, journalBegun: 1, snapshotBegun: 2, snapshotReplaced: 3 } as const;
export type Step = (typeof Step)[keyof typeof Step];

/**
 * @param before the files at an earlier time, when nothing was being folded. Once another fold has happened
 * since, a snapshot may seem to be replaced although it isn't yet.
 */
export function foldingStep(before: FolderFiles, now: FolderFiles): Step {
  // Ignores files that earlier crashes have left behind.
  const unfinished = now.unfinished.filter((name) => !before.unfinished.includes(name));
  if (unfinished.some((name) => name.startsWith(".outlay.json"))) return Step.snapshotBegun;
  // Changes go into a new journal while the previous one is folded.
  const isBesideAnother =
    now.journals.length > 1 && !before.journals.includes(Math.max(...now.journals));
  if (isBesideAnother && now.snapshot !== before.snapshot) return Step.snapshotReplaced;
  return isBesideAnother || unfinished.length > 0 ? Step.journalBegun : Step.none;
}
