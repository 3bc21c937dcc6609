/** The keys that scripts use instead of a login. */
import type { ApiKeyScope } from "@outlay/shared";
import type { Instant } from "./instant.ts";

/** The properties of a key that are set when it is made and never change. */
export interface ApiKeyFields {
  name: string;
  scope: ApiKeyScope;
  /** Null for a key that doesn't expire. */
  expiresAt: Instant | null;
  /** SHA-256 of the secret; the secret itself is stored nowhere. */
  secretHash: string;
}

export interface ApiKeyRecord extends ApiKeyFields {
  id: number;
  userId: number;
  createdAt: Instant;
  /** Accurate to some minutes; null for a key that was never used. */
  lastUsedAt: Instant | null;
  /** Null while the key is valid. */
  revokedAt: Instant | null;
  /** Whether the key was valid when a backup was made; in a backup no key is valid. */
  revokedByBackup?: true;
}

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
