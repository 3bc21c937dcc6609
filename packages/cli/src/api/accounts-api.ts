import { accessToken, accountPaths, registered, type TokenPair, tokenPair } from "@outlay/shared";
import type { Backend } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";
import { readAnswer, requireSuccess } from "./read-answer.ts";
import { isRefusedToken, notOurs } from "./refusal.ts";

export interface Login {
  username: string;
  password: string;
}

interface PasswordChange {
  current: string;
  next: string;
}

/** The calls that need no access token, or a token other than the session's. */
export interface AccountsApi {
  register(login: Login): Promise<void>;
  /** @throws CliError wrong_credentials */
  logIn(login: Login): Promise<TokenPair>;
  /** Returns a new access token; undefined when the refresh token has expired. */
  refresh(refresh: string): Promise<string | undefined>;
  blacklist(refresh: string): Promise<void>;
  /**
   * Ends every session except the one that the access token belongs to.
   * @throws CliError invalid, with the fields that are wrong
   */
  changePassword(access: string, change: PasswordChange): Promise<void>;
  /** @throws CliError unreachable; unexpected_answer if the address is not an Outlay server's */
  requireServer(): Promise<void>;
}

export function accountsApi(backend: Backend): AccountsApi {
  const post = (path: string, body: object, isRepeatable: boolean) =>
    backend.send({ method: "POST", path, body, isRepeatable }, undefined);

  return {
    async register({ username, password }) {
      readAnswer(await post(accountPaths.register, { username, password }, false), registered);
    },
    async logIn({ username, password }) {
      const answer = await post(accountPaths.token, { username, password }, true);
      if (isRefusedToken(answer)) {
        throw new CliError("wrong_credentials", "The user name or the password is wrong.", {
          hint: "If you have no account there yet, create one with: outlay register",
        });
      }
      return readAnswer(answer, tokenPair);
    },
    async refresh(refresh) {
      const answer = await post(accountPaths.refresh, { refresh }, true);
      return isRefusedToken(answer) ? undefined : readAnswer(answer, accessToken).access;
    },
    async blacklist(refresh) {
      const answer = await post(accountPaths.blacklist, { refresh }, true);
      // A token that has expired or is already blacklisted needs no logout.
      if (!isRefusedToken(answer)) requireSuccess(answer);
    },
    async changePassword(access, { current, next }) {
      const body = { current_password: current, new_password: next };
      const path = accountPaths.password;
      requireSuccess(
        await backend.send({ method: "PUT", path, body, isRepeatable: false }, access),
      );
    },
    async requireServer() {
      const path = accountPaths.me;
      const answer = await backend.send({ method: "GET", path, isRepeatable: true }, undefined);
      // Without a token, an Outlay server gives exactly one answer.
      if (!isRefusedToken(answer)) {
        requireSuccess(answer);
        throw notOurs(answer);
      }
    },
  };
}
