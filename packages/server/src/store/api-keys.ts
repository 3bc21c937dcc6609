/** The keys that scripts use instead of a login. */
import type { ApiKeyFields, ApiKeyRecord } from "../domain/api-key.ts";
import type { Instant } from "../domain/instant.ts";

/** Each key belongs to one user, and is removed with that user. */
export interface ApiKeys {
  /** The user's keys by id, without revoked ones. */
  list(userId: number): Promise<readonly ApiKeyRecord[]>;
  /** The key whose secret has this hash, of any user, even if it is revoked or expired. */
  findByHash(secretHash: string): Promise<ApiKeyRecord | undefined>;
  /** @throws UserGone */
  create(userId: number, fields: ApiKeyFields): Promise<ApiKeyRecord>;
  /** Revokes a key for good; it stays known as revoked. False if there is none to revoke. */
  revoke(userId: number, id: number): Promise<boolean>;
  /**
   * Stores the time of its last use, unless a later one is known or the key is revoked or removed.
   * Refused at once where the store is busy.
   */
  noteUse(userId: number, id: number, usedAt: Instant): Promise<void>;
}
