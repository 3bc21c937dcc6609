import type { RefreshTokens } from "../store.ts";
import type { Database } from "./engine/database.ts";

/** The refresh tokens that must not be used, in a JSON database; folding drops the expired ones. */
export const jsonRefreshTokens = (database: Database): RefreshTokens => ({
  revoke: (id, expiresAt) =>
    database.change((data) => {
      if (data.isRevoked(id)) return { result: false };
      return { change: { put: { revokedTokens: [{ id, expiresAt }] } }, result: true };
    }),

  isRevoked: async (id, expiresAt) => (await database.current()).isRevoked(id, expiresAt),
});
