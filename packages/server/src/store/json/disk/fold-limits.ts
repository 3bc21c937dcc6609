/** When journals are folded, beside the rule that one that has outgrown the snapshot is. */
export interface FoldLimits {
  /** A shorter journal isn't worth it while more is being written. */
  minJournalBytes: number;
  /** Data up to here are folded by whoever has changed them, so that the snapshot alone is all of it. */
  smallDataBytes: number;
}

/** While one who keeps the folder goes on writing, before another may write, or before the store is closed. */
export type FoldMoment = "meanwhile" | "turn" | "end";

export const defaultFoldLimits: FoldLimits = {
  minJournalBytes: 64 * 1024,
  smallDataBytes: 1024 * 1024,
};

interface Sizes {
  snapshotBytes: number;
  /** Of the journals. */
  unfoldedBytes: number;
  /** The same when folding last failed: it isn't tried again for every change. */
  failedFoldBytes: number;
}

export function isFoldDue(
  moment: FoldMoment,
  { snapshotBytes, unfoldedBytes, failedFoldBytes }: Sizes,
  { minJournalBytes, smallDataBytes }: FoldLimits,
): boolean {
  const hasOutgrown = unfoldedBytes > Math.max(snapshotBytes, minJournalBytes) + failedFoldBytes;
  if (snapshotBytes + unfoldedBytes <= smallDataBytes) return moment !== "meanwhile" || hasOutgrown;
  // One who takes the folder turn by turn has more to write: all is folded once, when that is done.
  return moment !== "turn" && hasOutgrown;
}
