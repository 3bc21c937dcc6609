/** Batches of expenses that were imported together. */
import type { ExpenseFields } from "@outlay/shared";
import type { Instant } from "./instant.ts";
import type { ExpenseRecord } from "./records.ts";
import type { SpentSum } from "./currencies/spent-in.ts";

/** The fields that a user sets for a batch of imported expenses. */
export interface ImportFields {
  source: string;
  externalId: string | null;
}

export interface ImportRecord extends ImportFields {
  id: number;
  userId: number;
  createdAt: Instant;
  /** The currency that the file named; missing if it named none. */
  currency?: string | undefined;
}

/** A batch with the number of its expenses, including those in the trash. */
export type CountedImport = ImportRecord & { count: number };

/** The fields that a user sets for an imported expense. */
export interface ImportedFields extends ExpenseFields {
  /** External ids under which the expense may have been recorded before. They are not stored. */
  knownAs?: readonly string[];
}

/**
 * The outcome for one given expense: the expense that was recorded, or the one that was there
 * already. One that was removed for good is known by its id alone.
 */
export type ImportedRow =
  | {
      record: ExpenseRecord;
      isNew: true;
      /** The category that was named, if the user has none with that key; the expense is miscellaneous. */
      unknownCategory?: string;
    }
  | { record: Pick<ExpenseRecord, "id">; isNew: false };

/** The outcome of adding expenses to a batch. */
export interface Imported {
  batch: ImportRecord;
  /**
   * False if the user already has a batch with this external id. In that case, the expenses were added to that batch.
   */
  isNew: boolean;
  /**
   * An entry for each given expense, in their order. An expense isn't new if its external id exists already, as in
   * `Created`, if one of its `knownAs` does, or if the call has it twice. Nor is it if an imported expense with one of
   * these ids was removed for good and its batch still stands.
   */
  expenses: readonly ImportedRow[];
  /** The amount that was spent in the recorded expenses. */
  spent: SpentSum;
  /** The user's home currency afterwards. */
  home: string | undefined;
  /** Whether the call has set it, because its file was the first to name a currency. */
  isHomeNew: boolean;
}

/**
 * The identity of an imported row whose expense has left the trash for good. Importing the row
 * again doesn't record it again, until its batch is reverted.
 */
export interface RemovedRow {
  /** The id that the expense had. */
  id: number;
  userId: number;
  /** The batch that the expense belonged to. */
  importId: number;
  externalId: string;
}
