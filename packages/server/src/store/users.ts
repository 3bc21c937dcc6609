/** The accounts. */
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

export interface Users {
  /** All accounts by id. */
  list(): Promise<readonly UserRecord[]>;
  findById(id: number): Promise<UserRecord | undefined>;
  findByName(username: string): Promise<UserRecord | undefined>;
  /** @throws UsernameTaken */
  create(username: string, passwordHash: string): Promise<UserRecord>;
  /**
   * Changes the password and ends every refresh token issued before. False if the user is gone.
   * @param compared the hash that a password was compared with, if one had to be: false also if the
   * hash has changed since
   */
  changePassword(id: number, passwordHash: string, compared?: string): Promise<boolean>;
  /** Removes the user with all records; otherwise like `changePassword`. */
  remove(id: number, compared?: string): Promise<boolean>;
}
