import type { RecordLimits } from "../store/record-limits.ts";

const mebibyte = 1024 * 1024;

/** The memory that a server needs without any records. */
const ownBytes = 48 * mebibyte;
/** The rest is for requests, folds and garbage collection. */
const recordShare = 0.65;

/**
 * The memory that records may take in a heap of this size, so that they also fit when they are next
 * opened.
 */
const recordMemory = (heapBytes: number): number =>
  Math.max(0, Math.floor(recordShare * heapBytes - ownBytes));

/** The most records that a server stores. */
export const recordLimits = (
  { maxRecords }: { maxRecords: number },
  heapBytes: number,
): RecordLimits => ({ maxRecordsOfUser: maxRecords, maxBytes: recordMemory(heapBytes) });
