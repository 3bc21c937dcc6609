import type { RecordLimits } from "../store/record-limits.ts";

const mebibyte = 1024 * 1024;

/** What a server needs beside records, however few there are. */
const ownBytes = 48 * mebibyte;
/** The rest is for requests, folds, and the collection of what is over. */
const recordShare = 0.65;

/** How much memory the records may take of a heap of some size, so that they also fit into it when they are next opened. */
const recordMemory = (heapBytes: number): number =>
  Math.max(0, Math.floor(recordShare * heapBytes - ownBytes));

/** How much a server keeps. */
export const recordLimits = (
  { maxRecords }: { maxRecords: number },
  heapBytes: number,
): RecordLimits => ({ maxRecordsOfUser: maxRecords, maxBytes: recordMemory(heapBytes) });
