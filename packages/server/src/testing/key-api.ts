/** The API as used by one user who makes keys for scripts. */
import type { ApiKey, ApiKeyScope, CreatedApiKey } from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import { testApi } from "./test-api.ts";

const start = Date.parse("2026-11-22T10:00:00.000Z");

export async function keyApi(alter?: (context: ServerContext) => ServerContext) {
  const time = { ms: start };
  const api = await testApi({ clock: () => new Date(time.ms) }, alter);
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  const create = async (fields: object) =>
    (await send("POST", "/api/keys/", fields)).body as CreatedApiKey;
  return {
    ...api,
    access,
    send,
    sendAs: api.send,
    create,
    list: async () => (await send("GET", "/api/keys/")).body as ApiKey[],
    /** The secret of a new key. */
    newKey: async (scope: ApiKeyScope) => (await create({ name: `a ${scope}er`, scope })).secret,
    passMinutes(minutes: number) {
      time.ms += minutes * 60_000;
    },
  };
}
