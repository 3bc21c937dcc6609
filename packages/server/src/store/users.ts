/** The accounts. */
import type { HomeRefusal } from "../domain/currencies/home-currency.ts";
import type { UserRecord } from "../domain/user.ts";

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
  /**
   * Sets the home currency, or unsets it with null, and takes its code off all records that name it.
   * Undefined if the user is gone.
   */
  setHomeCurrency(id: number, code: string | null): Promise<UserRecord | HomeRefusal | undefined>;
  /** Removes the user with all records; otherwise like `changePassword`. */
  remove(id: number, compared?: string): Promise<boolean>;
}
