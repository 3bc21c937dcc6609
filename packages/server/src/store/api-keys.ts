/** The keys with which scripts come instead of a login. */
import type { ApiKeyScope } from "@outlay/shared";
import type { Instant } from "./instant.ts";

/** What is decided about a key when it is made, and never changes. */
export interface ApiKeyFields {
  name: string;
  scope: ApiKeyScope;
  /** Null for one that doesn't end by itself. */
  expiresAt: Instant | null;
  /** SHA-256 of the secret, which itself is kept nowhere. */
  secretHash: string;
}

export interface ApiKeyRecord extends ApiKeyFields {
  id: number;
  userId: number;
  createdAt: Instant;
  /** To within some minutes; null for one that was never used. */
  lastUsedAt: Instant | null;
  /** Null while it is good. */
  revokedAt: Instant | null;
  /** Whether it was good when a backup was made, in which none is. */
  revokedByBackup?: true;
}

/** Each belongs to one user, and goes with that user. */
export interface ApiKeys {
  /** The user's, by id, but for those that are revoked. */
  list(userId: number): Promise<readonly ApiKeyRecord[]>;
  /** The one whose secret has this hash, whosever it is, also where it is revoked or over. */
  findByHash(secretHash: string): Promise<ApiKeyRecord | undefined>;
  /** @throws UserGone */
  create(userId: number, fields: ApiKeyFields): Promise<ApiKeyRecord>;
  /** Ends it for good; it stays known as one that is revoked. False if there is none to revoke. */
  revoke(userId: number, id: number): Promise<boolean>;
  /**
   * Keeps when it was last used, unless that is known to be later, or the key is revoked or gone. Refused
   * at once where the store is busy.
   */
  noteUse(userId: number, id: number, usedAt: Instant): Promise<void>;
}
