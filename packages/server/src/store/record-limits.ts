/** The limits of a store. Records that exist already are kept, however many there are. */
export interface RecordLimits {
  /**
   * The most expenses, budgets, imports and keys of one user, including the trash and revoked keys.
   */
  maxRecordsOfUser: number;
  /** The most memory that all records may take. */
  maxBytes: number;
}
