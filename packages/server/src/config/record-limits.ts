import type { RecordLimits } from "../store/record-limits.ts";

const mebibyte = 1024 * 1024;

/** The memory that a server needs without any records. */
const ownBytes = 48 * mebibyte;
/** The share of the remaining memory for records; the rest is for requests, folds and garbage collection. */
const recordShare = 0.65;

/**
 * Returns the memory that records may take in a heap of this size. It leaves enough room for opening the data again.
 */
const recordMemory = (heapBytes: number): number =>
  Math.max(0, Math.floor(recordShare * heapBytes - ownBytes));

/** Returns the limits on the records that a server stores. */
export const recordLimits = (
  { maxRecords }: { maxRecords: number },
  heapBytes: number,
): RecordLimits => ({ maxRecordsOfUser: maxRecords, maxBytes: recordMemory(heapBytes) });
