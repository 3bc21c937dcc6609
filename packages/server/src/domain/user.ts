import type { Instant } from "./instant.ts";

export interface UserRecord {
  id: number;
  username: string;
  passwordHash: string;
  /** Increases with each new password. Refresh tokens carry the version under which they were issued. */
  passwordVersion: number;
  /**
   * The mark that the account's valid tokens carry. It is created with the account, and replaced when it is unknown which
   * of the tokens were revoked since. Accounts in older data have none.
   */
  sessionMark?: string | undefined;
  createdAt: Instant;
  /** The code of the currency in which amounts without one are; missing while it is unset. */
  homeCurrency?: string | undefined;
}
