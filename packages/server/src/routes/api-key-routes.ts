import { type ApiKey, apiKeyInput, apiKeysPath, type CreatedApiKey } from "@outlay/shared";
import { answer } from "../middleware/answer.ts";
import type { ServerContext } from "../server-context.ts";
import type { ApiKeyRecord } from "../domain/api-key.ts";
import { createApiKey, revokeApiKey } from "../use-cases/accounts/api-keys.ts";
import { needs, type Route, userRoute } from "./route.ts";

const toWire = (key: ApiKeyRecord): ApiKey => ({
  id: key.id,
  name: key.name,
  scope: key.scope,
  expires_at: key.expiresAt,
  created_at: key.createdAt,
  last_used_at: key.lastUsedAt,
});

/** Keys for scripts (contract 1.1). A key can't create, list or revoke keys. */
export const apiKeyRoutes = (server: ServerContext): Route[] => [
  userRoute(apiKeysPath, {
    GET: needs("login", { query: {} }, async ({ ctx, user, query }) => {
      query();
      answer(ctx, (await server.store.apiKeys.list(user.id)).map(toWire));
    }),
    POST: needs("login", { input: apiKeyInput }, async ({ ctx, user, body }) => {
      const { key, secret } = await createApiKey(server, user.id, await body());
      ctx.status = 201;
      answer(ctx, { ...toWire(key), secret } satisfies CreatedApiKey);
    }),
  }),
  userRoute(`${apiKeysPath}:id/`, {
    DELETE: needs("login", {}, async ({ ctx, user, id }) => {
      await revokeApiKey(server, user.id, id);
      ctx.status = 204;
    }),
  }),
];
