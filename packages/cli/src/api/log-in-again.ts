/** Opens a session where there is none, or the one there was is over. */
import { randomBytes } from "node:crypto";
import type {
  CredentialsFile,
  LocalAccount,
  Session,
  SessionKey,
} from "../config/credentials-file.ts";
import { isLocal, type Target } from "../config/target.ts";
import { CliError } from "../errors/cli-error.ts";
import type { Prompts } from "../terminal/prompts.ts";
import type { AccountsApi, Login } from "./accounts-api.ts";

export interface LogInOptions {
  accounts: AccountsApi;
  credentials: CredentialsFile;
  target: Target;
  /** Under what the session is kept. */
  sessionKey: SessionKey;
  /** `OUTLAY_USERNAME` and `OUTLAY_PASSWORD`. */
  givenLogin: Login | undefined;
  /** Undefined where nobody can be asked. */
  prompts: Prompts | undefined;
  /** The name that the system knows the user by. */
  systemUsername: () => string;
}

/** Logs in and keeps the session. */
export async function openSession(
  { accounts, credentials, sessionKey }: LogInOptions,
  login: Login,
): Promise<Session> {
  const tokens = await accounts.logIn(login);
  const session = { ...sessionKey, username: login.username, ...tokens };
  await credentials.keepSession(session);
  return session;
}

/** What to type to log in. */
export const loginCommand = ({ profile, server }: Target) =>
  isLocal({ profile, server })
    ? "outlay login --server local"
    : profile === new URL(server).host
      ? `outlay login --server ${server}`
      : `outlay login --server ${server} --profile ${profile}`;

function cannotLogIn(target: Target, former: Session | undefined): CliError {
  const hint = `Log in with: ${loginCommand(target)}`;
  return former
    ? new CliError("session_over", `The session of ${former.username} is over.`, { hint })
    : new CliError("not_logged_in", `You are not logged in to ${target.server}.`, { hint });
}

/** The user's name where it fits the API's rule for user names. */
function localUsername(systemUsername: string): string {
  const fitting = systemUsername.normalize("NFKC").replace(/[^\p{L}\p{N}_@.+-]/gu, "");
  return fitting === "" ? "me" : fitting.slice(0, 150);
}

/** Made under the lock, and kept before it is registered: a password that is lost locks its owner out. */
async function newLocalAccount(
  { accounts, credentials }: LogInOptions,
  account: LocalAccount,
): Promise<void> {
  await credentials.keepLocalAccount(account);
  try {
    await accounts.register(account);
  } catch (error) {
    if (!(error instanceof CliError) || !error.fields?.["username"]) throw error;
    throw new CliError(
      "not_logged_in",
      `The local data have an account "${account.username}" whose password is not known here.`,
      {
        hint:
          "Bring back the credentials.json that belongs to them, log in with " +
          "outlay login --server local, or make another account with outlay register.",
      },
    );
  }
}

/** The account that Outlay makes by itself for the data on this machine (contract 2.1). */
async function openLocalSession(
  options: LogInOptions,
  former: Session | undefined,
): Promise<Session> {
  const { accounts, credentials, sessionKey, systemUsername } = options;
  const { server } = sessionKey;
  return credentials.renewing(sessionKey, async () => {
    // Of all commands that start at once on a new machine, the first makes the account.
    const current = await credentials.session(sessionKey);
    if (current && current.access !== former?.access) return current;
    const kept = await credentials.localAccount(server);
    const account = kept ?? {
      server,
      username: localUsername(systemUsername()),
      password: randomBytes(24).toString("base64url"),
    };
    if (!kept) await newLocalAccount(options, account);
    const { username, password } = account;
    const tokens = await accounts.logIn({ username, password }).catch(async (error: unknown) => {
      if (!(error instanceof CliError) || error.code !== "wrong_credentials") throw error;
      // The data are new, or were made anew, since the account was kept.
      await newLocalAccount(options, account);
      return accounts.logIn({ username, password });
    });
    const session = { ...sessionKey, username, ...tokens };
    await credentials.keepSession(session);
    return session;
  });
}

/**
 * In this order: the environment's user, the local account, a person at the terminal.
 * @throws CliError not_logged_in, session_over, wrong_credentials
 */
export async function logInAgain(
  options: LogInOptions,
  former: Session | undefined,
): Promise<Session> {
  const { target, givenLogin, prompts } = options;
  if (givenLogin) return openSession(options, givenLogin);
  const isOwnAccount = former === undefined || (await isLocalAccount(options, former));
  if (isLocal(target) && isOwnAccount) return openLocalSession(options, former);
  // A wrong address is the first thing to hear about.
  if (!former) await options.accounts.requireServer();
  if (!prompts || !former) throw cannotLogIn(target, former);
  const { username } = former;
  const password = await prompts.secret(`Your session is over. Password of ${username}:`);
  return openSession(options, { username, password });
}

async function isLocalAccount(
  { credentials, target }: LogInOptions,
  { username }: Session,
): Promise<boolean> {
  return (await credentials.localAccount(target.server))?.username === username;
}
