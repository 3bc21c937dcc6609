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
  /** Accurate to a few minutes; null for a key that was never used. */
  lastUsedAt: Instant | null;
  /** Null while the key is valid. */
  revokedAt: Instant | null;
  /** Whether the key was valid when a backup was made. In the backup itself, every key is revoked. */
  revokedByBackup?: true;
}
