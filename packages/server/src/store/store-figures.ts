/** The figures that a store gives to its operator. */

/** The number of records of each kind, including the trash, by the kind's name. */
export type RecordCounts = Readonly<Record<string, number>>;

export interface StoreSizes {
  records: RecordCounts;
  snapshotBytes: number;
  /** The bytes of changes that aren't in the snapshot yet. */
  journalBytes: number;
}

/**
 * Called after each write with the number of changes that it has stored durably; without one, it
 * failed.
 */
export type OnWrite = (write: { tookMs: number; changes: number }) => void;
