import * as v from "valibot";
import { choice, instant, shortText, wireId, wireInstant } from "./fields.ts";

export const apiKeysPath = "/api/keys/";

/** The prefix of every key, by which a leaked key is recognised. */
export const apiKeyPrefix = "olk_";

/** The rights of a key: read everything, only import, or everything except keys, the password and removing the account. */
export const apiKeyScopes = ["read", "import", "full"] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

export const maxApiKeyNameCharacters = 100;

/** The body of `POST /api/keys/`. */
export const apiKeyInput = v.object({
  name: shortText(maxApiKeyNameCharacters),
  scope: choice(apiKeyScopes),
  expires_at: v.optional(v.nullable(instant())),
});

export type ApiKeyInput = v.InferOutput<typeof apiKeyInput>;

/** A key as the API lists it. */
export const apiKey = v.object({
  id: wireId(),
  name: v.string(),
  scope: v.picklist(apiKeyScopes),
  expires_at: v.nullable(wireInstant()),
  created_at: wireInstant(),
  /** Accurate to a few minutes, because not every use is written to the disk. */
  last_used_at: v.nullable(wireInstant()),
});
export type ApiKey = v.InferOutput<typeof apiKey>;

/** The answer to `POST /api/keys/`, the only one that has the secret. */
export const createdApiKey = v.object({ ...apiKey.entries, secret: v.string() });
export type CreatedApiKey = v.InferOutput<typeof createdApiKey>;

/** The body of a 401 for a key that is revoked or expired. */
export const endedKey = v.object({
  detail: v.string(),
  code: v.picklist(["key_revoked", "key_expired"]),
  name: v.string(),
  scope: v.picklist(apiKeyScopes),
});
export type EndedKey = v.InferOutput<typeof endedKey>;

/** The access that a route requires: a key with a certain scope, or a login, which may do everything. */
export type ApiScopeNeed = ApiKeyScope | "login";

/** The body of a 403 for a key whose scope is not sufficient. */
export const scopeRefusal = v.object({
  detail: v.string(),
  code: v.literal("out_of_scope"),
  /** The scope of the key that was sent. */
  scope: v.picklist(apiKeyScopes),
  needed: v.picklist([...apiKeyScopes, "login"]),
});
export type ScopeRefusal = v.InferOutput<typeof scopeRefusal>;
