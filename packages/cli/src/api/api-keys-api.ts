import { apiKeysPath, type ApiKeyScope } from "@outlay/shared";
import * as v from "valibot";
import { orNotFound } from "./or-not-found.ts";
import { readAnswer, requireSuccess } from "./read-answer.ts";
import {
  type ApiKey,
  type CreatedApiKey,
  receivedKey,
  receivedNewKey,
} from "./received/records.ts";
import type { SendAuthorized } from "./session.ts";

/** The user's keys for scripts. Each call needs a login. */
export interface ApiKeysApi {
  list(): Promise<ApiKey[]>;
  /** Returns the only answer that contains the secret. */
  create(fields: {
    name: string;
    scope: ApiKeyScope;
    expires_at: string | null;
  }): Promise<CreatedApiKey>;
  /** @throws CliError not_found */
  revoke(id: number): Promise<void>;
}

export const apiKeysApi = (send: SendAuthorized): ApiKeysApi => ({
  async list() {
    const answer = await send({ method: "GET", path: apiKeysPath, isRepeatable: true });
    return readAnswer(answer, v.array(receivedKey));
  },
  async create(body) {
    const answer = await send({ method: "POST", path: apiKeysPath, body, isRepeatable: false });
    return readAnswer(answer, receivedNewKey);
  },
  revoke: (id) =>
    orNotFound(
      send({ method: "DELETE", path: `${apiKeysPath}${id}/`, isRepeatable: false }).then(
        requireSuccess,
      ),
      `There is no key ${id}.`,
      "List your keys with: outlay key list",
    ),
});
