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
