import type { EndedKey } from "@outlay/shared";
import {
  badAccessToken,
  tokenInvalid,
  tokenOfWrongType,
  unauthenticated,
  userNotFound,
} from "../../domain/refusal.ts";
import { apiKeyHash, isApiKeySecret } from "../../security/api-key-secrets.ts";
import type { ServerContext } from "../../server-context.ts";
import type { ApiKeyRecord } from "../../domain/api-key.ts";
import type { UserRecord } from "../../domain/user.ts";
import { isTokenOf } from "./token-subject.ts";

const keyword = "Bearer";

/** The user of a request, and the API key unless it is a login. */
export interface Principal {
  user: UserRecord;
  key: ApiKeyRecord | undefined;
}

/**
 * Reports why a key is not valid any more, because a client that has its secret may know.
 */
function refuseEnded({ name, scope, revokedAt, expiresAt }: ApiKeyRecord, now: string): void {
  const refuse = (code: EndedKey["code"], what: string) => {
    const more: Omit<EndedKey, "detail"> = { code, name, scope };
    throw unauthenticated(`The API key "${name}" ${what}.`, more);
  };
  if (revokedAt !== null) refuse("key_revoked", `was revoked at ${revokedAt}`);
  if (expiresAt !== null && expiresAt <= now) refuse("key_expired", `expired at ${expiresAt}`);
}

async function byApiKey(
  { store, keyUses, clock }: ServerContext,
  secret: string,
): Promise<Principal> {
  const key = await store.apiKeys.findByHash(apiKeyHash(secret));
  if (!key) throw badAccessToken(tokenInvalid);
  refuseEnded(key, clock().toISOString());
  const user = await store.users.findById(key.userId);
  if (!user) throw userNotFound();
  keyUses.note(key);
  return { user, key };
}

async function byAccessToken({ store, tokens }: ServerContext, text: string): Promise<Principal> {
  const token = tokens.read(text);
  if (!token) throw badAccessToken(tokenInvalid);
  if (token.type !== "access") throw badAccessToken(tokenOfWrongType);
  const user = await store.users.findById(token.userId);
  // In data that were created anew or restored, another user may have the id, or even both id and name.
  if (user?.username !== token.username) throw userNotFound();
  if (!isTokenOf(token, user)) throw badAccessToken(tokenInvalid);
  return { user, key: undefined };
}

/**
 * Returns the principal of a request's `Authorization` header, or undefined if there is no header, or one with another
 * scheme.
 * @throws Refusal unauthenticated for an invalid header
 */
export async function authenticate(
  server: ServerContext,
  header: string,
): Promise<Principal | undefined> {
  const [scheme, credentials, ...more] = header.split(/\s+/).filter((part) => part !== "");
  if (scheme !== keyword) return undefined;
  if (credentials === undefined || more.length > 0) {
    throw unauthenticated("Authorization header must contain two space-delimited values", {
      code: "bad_authorization_header",
    });
  }
  return isApiKeySecret(credentials)
    ? byApiKey(server, credentials)
    : byAccessToken(server, credentials);
}
