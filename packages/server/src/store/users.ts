/** The accounts. */
import type { Instant } from "./instant.ts";

export interface UserRecord {
  id: number;
  username: string;
  passwordHash: string;
  /** Grows with each new password; refresh tokens carry the one they were issued under. */
  passwordVersion: number;
  /**
   * What the account's tokens carry, or they aren't good. Made with the account, and anew where nobody knows which of
   * its tokens were ended since. Those of older data have none.
   */
  sessionMark?: string | undefined;
  createdAt: Instant;
}

export interface Users {
  /** By id. */
  list(): Promise<readonly UserRecord[]>;
  findById(id: number): Promise<UserRecord | undefined>;
  findByName(username: string): Promise<UserRecord | undefined>;
  /** @throws UsernameTaken */
  create(username: string, passwordHash: string): Promise<UserRecord>;
  /**
   * Also ends every refresh token issued before. False if the user is gone.
   * @param compared the hash that a password was compared with, where one had to be: false too if it is another by now
   */
  changePassword(id: number, passwordHash: string, compared?: string): Promise<boolean>;
  /** Removes the user with all records; otherwise as `changePassword`. */
  remove(id: number, compared?: string): Promise<boolean>;
}
