/** The limits of a store. Records that exist already are kept, however many there are. */
export interface RecordLimits {
  /**
   * The most records of one user, including the trash and revoked keys, but not those that the store
   * makes by itself: what can be reverted, and which imported rows were removed.
   */
  maxRecordsOfUser: number;
  /** The most memory that all records may take. */
  maxBytes: number;
}
