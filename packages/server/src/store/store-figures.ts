/** What a store tells of itself to those who look after it. */

/** How many records of each kind there are, those in the trash included. */
export type RecordCounts = Record<"user" | "expense" | "budget" | "import" | "api_key", number>;

export interface StoreSizes {
  records: RecordCounts;
  snapshotBytes: number;
  /** Of the changes that aren't in the snapshot yet. */
  journalBytes: number;
}

/** Is told of each write, which has brought these many changes down to the disk; none: it failed. */
export type OnWrite = (write: { tookMs: number; changes: number }) => void;
