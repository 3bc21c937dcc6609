/** How much a store takes. What is there already is kept, however much it is. */
export interface RecordLimits {
  /** Expenses, budgets, imports and keys of one user, those in the trash and revoked ones included. */
  maxRecordsOfUser: number;
  /** What all records may weigh in memory. */
  maxBytes: number;
}
