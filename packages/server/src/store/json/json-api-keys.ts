import type { ApiKeyRecord } from "../../domain/api-key.ts";
import type { ApiKeys } from "../api-keys.ts";
import type { Instant } from "../../domain/instant.ts";
import { UserGone } from "../store-errors.ts";
import type { Database } from "./engine/database.ts";
import type { Lookup } from "./memory/state.ts";

function currentKey(data: Lookup, userId: number, id: number): ApiKeyRecord | undefined {
  const key = data.apiKeys.find(userId, id);
  return key?.revokedAt === null ? key : undefined;
}

/** The scripts' keys in a JSON database. */
export const jsonApiKeys = (database: Database, now: () => Instant): ApiKeys => ({
  list: async (userId) =>
    (await database.current()).apiKeys.list(userId).filter(({ revokedAt }) => revokedAt === null),

  findByHash: async (secretHash) => (await database.current()).apiKeys.findByHash(secretHash),

  create: (userId, { name, scope, expiresAt, secretHash }) =>
    database.change((data) => {
      if (!data.userById(userId)) throw new UserGone();
      const id = data.apiKeys.nextId;
      const ends = { expiresAt, lastUsedAt: null, revokedAt: null };
      const key = { id, name, scope, secretHash, userId, createdAt: now(), ...ends };
      return { change: { put: { apiKeys: [key] } }, result: key };
    }),

  revoke: (userId, id) =>
    database.change((data) => {
      const key = currentKey(data, userId, id);
      if (!key) return { result: false };
      return { change: { put: { apiKeys: [{ ...key, revokedAt: now() }] } }, result: true };
    }),

  noteUse: (userId, id, usedAt) =>
    database.change(
      (data) => {
        const key = currentKey(data, userId, id);
        if (!key || (key.lastUsedAt ?? "") >= usedAt) return { result: undefined };
        return {
          change: { put: { apiKeys: [{ ...key, lastUsedAt: usedAt }] } },
          result: undefined,
        };
      },
      // Otherwise a request that only reads would wait for a writer.
      { isPatient: false },
    ),
});
