/** The first line of a journal. */
import { TextFault } from "../text/text-fault.ts";

/** The format that is written. */
const journalFormat = "outlay-journal-4";
/**
 * Formats without some kinds of records; they are read but not appended to, because an earlier
 * version would read the new kinds without storing them.
 */
const formerFormats = new Set<unknown>([
  "outlay-journal-1",
  "outlay-journal-2",
  "outlay-journal-3",
]);

interface JournalHeader {
  format: string;
  /** The store of the snapshot that it belongs to. */
  store: string;
  /** The number of its first change. */
  first: number;
}

export const newHeader = (store: string, first: number): JournalHeader => ({
  format: journalFormat,
  store,
  first,
});

/**
 * @param knownStore the store that it must belong to, where that is known
 * @throws TextFault
 */
export function readHeader(
  value: unknown,
  knownStore: string | undefined,
  expectedFirst: number,
): { store: string; isOutdated: boolean } {
  const { format, first, store } = value as Partial<JournalHeader>;
  const isOutdated = formerFormats.has(format);
  if (format !== journalFormat && !isOutdated) {
    throw new TextFault(
      1,
      `this version of Outlay reads formats up to ${journalFormat}, and not this one`,
    );
  }
  if (first !== expectedFirst || store === undefined || (knownStore ?? store) !== store) {
    throw new TextFault(1, "it belongs to different data than the files beside it");
  }
  return { store, isOutdated };
}
