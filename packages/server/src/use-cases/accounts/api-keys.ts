import { type ApiKeyInput, InvalidFields } from "@outlay/shared";
import { notFound } from "../../domain/refusal.ts";
import { apiKeyHash, newApiKeySecret } from "../../security/api-key-secrets.ts";
import type { ServerContext } from "../../server-context.ts";
import type { ApiKeyRecord } from "../../domain/api-key.ts";

/**
 * Creates a key; its secret is never shown again.
 * @throws InvalidFields
 */
export async function createApiKey(
  { store, clock }: ServerContext,
  userId: number,
  { name, scope, expires_at: expiresAt = null }: ApiKeyInput,
): Promise<{ key: ApiKeyRecord; secret: string }> {
  if (expiresAt !== null && expiresAt <= clock().toISOString()) {
    throw new InvalidFields({ expires_at: ["Ensure this is in the future."] });
  }
  const secret = newApiKeySecret();
  const secretHash = apiKeyHash(secret);
  const key = await store.apiKeys.create(userId, { name, scope, expiresAt, secretHash });
  return { key, secret };
}

/** @throws Refusal not_found, also for another user's key or a revoked one */
export async function revokeApiKey(
  { store }: ServerContext,
  userId: number,
  id: number,
): Promise<void> {
  if (!(await store.apiKeys.revoke(userId, id))) throw notFound();
}
