import type { Instant } from "./instant.ts";

export interface UserRecord {
  id: number;
  username: string;
  passwordHash: string;
  /** Grows with each new password; refresh tokens carry the version that they were issued under. */
  passwordVersion: number;
  /**
   * The mark that the account's valid tokens carry. It is created with the account, and replaced
   * when nobody knows which of its tokens were revoked since. Accounts of older data have none.
   */
  sessionMark?: string | undefined;
  createdAt: Instant;
}
