/**
 * Keeps a command logged in: refreshes tokens before they expire, under a lock that all processes of this
 * user share. Only logging out erases them.
 */
import type { ApiAnswer, ApiRequest, Backend } from "../backend/backend.ts";
import type { CredentialsFile, Session, SessionKey } from "../config/credentials-file.ts";
import { unlessUnwritable } from "../config/unless-unwritable.ts";
import { CliError } from "../errors/cli-error.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { givenTokenError } from "./key-refusals.ts";
import { parseJson } from "./parse-json.ts";
import { isRefusedToken } from "./refusal.ts";
import { secondsLeft } from "./tokens/token-lifetime.ts";

export type SendAuthorized = (request: ApiRequest) => Promise<ApiAnswer>;

export interface SessionOptions {
  backend: Backend;
  accounts: AccountsApi;
  credentials: CredentialsFile;
  sessionKey: SessionKey;
  /** `OUTLAY_TOKEN`, an access token or API key: used unchanged, instead of everything stored. */
  givenToken: string | undefined;
  /**
   * Opens a session if there is none or it has expired.
   * @throws CliError not_logged_in, session_over
   */
  logInAgain: (former: Session | undefined) => Promise<Session>;
  clock: () => Date;
}

const minSecondsLeft = 60;

/** Returns a function that sends requests with a valid access token, renewing the token if needed. */
export function authorizedSender(options: SessionOptions): SendAuthorized {
  const { backend, accounts, credentials, sessionKey, givenToken, logInAgain, clock } = options;

  const isFresh = ({ access }: Session) => secondsLeft(access, clock()) >= minSecondsLeft;

  /** @param refused the token that the server rejected, whatever its own expiry says */
  const renewed = async (refused: string | undefined): Promise<string> => {
    let over: Session | undefined;
    const good = await credentials.renewing(sessionKey, async () => {
      const session = await credentials.session(sessionKey);
      if (!session) return undefined;
      // Another process may have renewed it already.
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
  "The server does not accept the access token that it has just issued.",
  {
    hint: "Check that its clock is right. To open a new session: outlay logout, then outlay login",
  },
);
