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
