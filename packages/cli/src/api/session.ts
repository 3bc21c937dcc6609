/**
 * Keeps a command logged in: tokens are refreshed before they end, under a lock that all processes of
 * this user share, and are erased only by logging out.
 */
import type { ApiAnswer, ApiRequest, Backend } from "../backend/backend.ts";
import type { CredentialsFile, Session, SessionKey } from "../config/credentials-file.ts";
import { unlessUnwritable } from "../config/unless-unwritable.ts";
import { CliError } from "../errors/cli-error.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { givenTokenError } from "./key-refusals.ts";
import { parseJson } from "./parse-json.ts";
import { isRefusedToken } from "./refusal.ts";
import { secondsLeft } from "./token-lifetime.ts";

export type SendAuthorized = (request: ApiRequest) => Promise<ApiAnswer>;

export interface SessionOptions {
  backend: Backend;
  accounts: AccountsApi;
  credentials: CredentialsFile;
  sessionKey: SessionKey;
  /** `OUTLAY_TOKEN`, an access token or API key: used as it is, instead of all that is stored. */
  givenToken: string | undefined;
  /**
   * Opens a session where there is none or it is over.
   * @throws CliError not_logged_in, session_over
   */
  logInAgain: (former: Session | undefined) => Promise<Session>;
  clock: () => Date;
}

const minSecondsLeft = 60;

/** Sends with an access token that is good, or made good. */
export function authorizedSender(options: SessionOptions): SendAuthorized {
  const { backend, accounts, credentials, sessionKey, givenToken, logInAgain, clock } = options;

  const isFresh = ({ access }: Session) => secondsLeft(access, clock()) >= minSecondsLeft;

  /** @param refused the token that the server doesn't take, whatever it says itself */
  const renewed = async (refused: string | undefined): Promise<string> => {
    let over: Session | undefined;
    const good = await credentials.renewing(sessionKey, async () => {
      const session = await credentials.session(sessionKey);
      if (!session) return undefined;
      // Another process may have been here first.
      if (session.access !== refused && isFresh(session)) return session;
      const access = await accounts.refresh(session.refresh);
      if (access === undefined) {
        over = session;
        return undefined;
      }
      await credentials.keepAccess(session, access).catch(unlessUnwritable);
      return { ...session, access };
    });
    return (good ?? (await logInAgain(over))).access;
  };

  const currentToken = async (): Promise<string> => {
    const session = await credentials.session(sessionKey);
    return session && isFresh(session) ? session.access : renewed(undefined);
  };

  return async (request) => {
    if (givenToken !== undefined) {
      const given = await backend.send(request, givenToken);
      if (isRefusedToken(given)) throw givenTokenError(parseJson(given.body), givenToken);
      return given;
    }
    const token = await currentToken();
    const answer = await backend.send(request, token);
    if (!isRefusedToken(answer)) return answer;
    const again = await backend.send(request, await renewed(token));
    if (isRefusedToken(again)) throw tokenRefused;
    return again;
  };
}

const tokenRefused = new CliError(
  "unauthenticated",
  "The server does not accept the access token that it has just given.",
  { hint: "Is its clock right? outlay logout, then outlay login, opens a new session." },
);
