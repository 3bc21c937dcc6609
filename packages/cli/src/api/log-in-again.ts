/** Opens a session if there is none, or the previous one has expired. */
import type { Session } from "../config/credentials-file.ts";
import { isLocal, type Target } from "../config/target.ts";
import { unlessUnwritable } from "../config/unless-unwritable.ts";
import { CliError } from "../errors/cli-error.ts";
import type { Prompts } from "../terminal/prompts.ts";
import type { Login } from "./accounts-api.ts";
import { type LocalAccountOptions, openLocalSession } from "./local-account.ts";

export interface LogInOptions extends LocalAccountOptions {
  target: Target;
  /** `OUTLAY_USERNAME` and `OUTLAY_PASSWORD`. */
  givenLogin: Login | undefined;
  /** Undefined if nobody can be asked. */
  prompts: Prompts | undefined;
}

/** @param unkept handles a session that could not be stored: it throws, unless it swallows the error */
async function openAnd(
  { accounts, credentials, sessionKey }: LogInOptions,
  login: Login,
  unkept: (error: unknown) => void,
): Promise<Session> {
  const tokens = await accounts.logIn(login);
  const session = { ...sessionKey, username: login.username, ...tokens };
  await credentials.keepSession(session).catch(unkept);
  return session;
}

/** Logs in and stores the session. @throws CliError also if the session cannot be stored */
export const openSession = (options: LogInOptions, login: Login): Promise<Session> =>
  openAnd(options, login, (error) => {
    throw error;
  });

/** If several commands find the session expired at once, only one of them logs in. */
function openGivenSession(
  options: LogInOptions,
  login: Login,
  former: Session | undefined,
): Promise<Session> {
  const { credentials, sessionKey } = options;
  return credentials.renewing(sessionKey, async () => {
    const current = await credentials.session(sessionKey);
    if (current && current.access !== former?.access) return current;
    return openAnd(options, login, unlessUnwritable);
  });
}

/** The command that logs in to the target. */
export const loginCommand = ({ profile, server }: Target) =>
  isLocal({ profile, server })
    ? "outlay login --server local"
    : profile === new URL(server).host
      ? `outlay login --server ${server}`
      : `outlay login --server ${server} --profile ${profile}`;

const loginHint = (target: Target) => ({ hint: `Log in with: ${loginCommand(target)}` });

export const notLoggedIn = (target: Target) =>
  new CliError("not_logged_in", `You are not logged in to ${target.server}.`, loginHint(target));

const sessionOver = (target: Target, { username }: Session) =>
  new CliError("session_over", `The session of ${username} has expired.`, loginHint(target));

/**
 * Tries, in this order, the environment's user, the local account, and a person at the terminal.
 * @throws CliError not_logged_in, session_over, wrong_credentials
 */
export async function logInAgain(
  options: LogInOptions,
  former: Session | undefined,
): Promise<Session> {
  const { target, givenLogin, prompts } = options;
  if (givenLogin) return openGivenSession(options, givenLogin, former);
  const isOwnAccount = former === undefined || (await isLocalAccount(options, former));
  if (isLocal(target) && isOwnAccount) return openLocalSession(options, former);
  // A wrong address is reported before anything else.
  if (!former) await options.accounts.requireServer();
  if (!former) throw notLoggedIn(target);
  if (!prompts) throw sessionOver(target, former);
  return askAgain(options, prompts, former.username);
}

/** Asks for the password until it is correct. */
async function askAgain(
  options: LogInOptions,
  prompts: Prompts,
  username: string,
): Promise<Session> {
  let before = "Your session has expired.";
  for (;;) {
    const password = await prompts.secret(`${before} Password of ${username}:`);
    try {
      return await openSession(options, { username, password });
    } catch (error) {
      if (!(error instanceof CliError) || error.code !== "wrong_credentials") throw error;
      before = "That password is wrong.";
    }
  }
}

/** Whether a session belongs to the account that Outlay created, which needs nobody to log in. */
async function isLocalAccount(
  { credentials, target }: LogInOptions,
  { username }: Session,
): Promise<boolean> {
  return (await credentials.localAccount(target.server))?.username === username;
}
