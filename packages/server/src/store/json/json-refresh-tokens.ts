import type { Instant, RefreshTokens } from "../store.ts";
import type { Database } from "./database.ts";

/** The refresh tokens that must not be used, in a JSON database; those that are over anyway are dropped. */
export function jsonRefreshTokens(database: Database, now: () => Instant): RefreshTokens {
  return {
    revoke: (tokenId, expiresAt) =>
      database.change((data) => {
        if (data.revokedTokens.some(({ id }) => id === tokenId)) return { data, result: undefined };
        const instant = now();
        const current = data.revokedTokens.filter((token) => token.expiresAt > instant);
        const revokedTokens = [...current, { id: tokenId, expiresAt }];
        return { data: { ...data, revokedTokens }, result: undefined };
      }),

    isRevoked: async (tokenId) =>
      (await database.current()).revokedTokens.some(({ id }) => id === tokenId),
  };
}
