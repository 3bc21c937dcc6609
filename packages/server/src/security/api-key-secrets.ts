import { createHash, randomBytes } from "node:crypto";
import { apiKeyPrefix } from "@outlay/shared";

const secretBytes = 32;

export const newApiKeySecret = (): string =>
  `${apiKeyPrefix}${randomBytes(secretBytes).toString("base64url")}`;

export const isApiKeySecret = (credentials: string): boolean =>
  credentials.startsWith(apiKeyPrefix);

/**
 * Returns the stored hash of a secret. Nobody can guess 32 random bytes, so a fast hash without salt is enough. Keys are
 * looked up by their hashes, so secrets are never compared byte by byte.
 */
export const apiKeyHash = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url");
