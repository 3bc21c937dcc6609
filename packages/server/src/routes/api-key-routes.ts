import { type ApiKey, apiKey, apiKeyInput, apiKeysPath, createdApiKey } from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import type { ApiKeyRecord } from "../domain/api-key.ts";
import { createApiKey, revokeApiKey } from "../use-cases/accounts/api-keys.ts";
import { created, done, json, listOf, nothing, ok } from "./routing/answers.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

const toWire = (key: ApiKeyRecord): ApiKey => ({
  id: key.id,
  name: key.name,
  scope: key.scope,
  expires_at: key.expiresAt,
  created_at: key.createdAt,
  last_used_at: key.lastUsedAt,
});

/** Routes for API keys. A key can't create, list or revoke keys. */
export const apiKeyRoutes = (server: ServerContext): Route[] => [
  userRoute(apiKeysPath, {
    GET: needs(
      "login",
      { query: {}, answers: { 200: listOf(apiKey) } },
      async ({ user, query }) => {
        query();
        return ok((await server.store.apiKeys.list(user.id)).map(toWire));
      },
    ),
    POST: needs(
      "login",
      { input: apiKeyInput, answers: { 201: json(createdApiKey) } },
      async ({ user, body }) => {
        const { key, secret } = await createApiKey(server, user.id, await body());
        return created({ ...toWire(key), secret });
      },
    ),
  }),
  userRoute(`${apiKeysPath}:id/`, {
    DELETE: needs("login", { answers: { 204: nothing } }, async ({ user, id }) => {
      await revokeApiKey(server, user.id, id);
      return done;
    }),
  }),
];
