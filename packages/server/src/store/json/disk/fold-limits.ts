/**
 * Decides when journals are folded, beside the rule that a journal is folded once it has outgrown
 * the snapshot.
 */
export interface FoldLimits {
  /** A shorter journal isn't worth folding while more is being written. */
  minJournalBytes: number;
  /**
   * Data up to this size are folded by the process that changed them, so that the snapshot alone
   * has everything.
   */
  smallDataBytes: number;
}

/**
 * The occasions for folding: while an owner goes on writing, before another process may write, or
 * before the store is closed.
 */
export type FoldMoment = "meanwhile" | "turn" | "end";

export const defaultFoldLimits: FoldLimits = {
  minJournalBytes: 64 * 1024,
  smallDataBytes: 1024 * 1024,
};

interface Sizes {
  snapshotBytes: number;
  /** The bytes of the journals. */
  unfoldedBytes: number;
  /** The bytes of the journals when folding last failed: it isn't retried for every change. */
  failedFoldBytes: number;
}

export function isFoldDue(
  moment: FoldMoment,
  { snapshotBytes, unfoldedBytes, failedFoldBytes }: Sizes,
  { minJournalBytes, smallDataBytes }: FoldLimits,
): boolean {
  const hasOutgrown = unfoldedBytes > Math.max(snapshotBytes, minJournalBytes) + failedFoldBytes;
  if (snapshotBytes + unfoldedBytes <= smallDataBytes) return moment !== "meanwhile" || hasOutgrown;
  // A process that takes turns at the folder has more to write: everything is folded once, at its
  // end.
  return moment !== "turn" && hasOutgrown;
}
