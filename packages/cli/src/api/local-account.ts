/** The account that Outlay creates by itself for the data on this machine. */
import type {
  CredentialsFile,
  LocalAccount,
  Session,
  SessionKey,
} from "../config/credentials-file.ts";
import { randomPassword } from "../config/random-password.ts";
import type { TokenPair } from "@outlay/shared";
import { unlessUnwritable } from "../config/unless-unwritable.ts";
import { CliError } from "../errors/cli-error.ts";
import type { AccountsApi } from "./accounts-api.ts";

export interface LocalAccountOptions {
  accounts: AccountsApi;
  credentials: CredentialsFile;
  /** The key that the session is stored under. */
  sessionKey: SessionKey;
  /** The operating system's name for the user. */
  systemUsername: () => string;
  /** Called when the account has been created. */
  onFirstUse: () => void;
}

/** The system's user name without the characters that the API's rule for user names forbids. */
function localUsername(systemUsername: string): string {
  const fitting = systemUsername.normalize("NFKC").replace(/[^\p{L}\p{N}_@.+-]/gu, "");
  return fitting === "" ? "me" : fitting.slice(0, 150);
}

const isWrong = (error: unknown) => error instanceof CliError && error.code === "wrong_credentials";

/**
 * Logs in with the stored password or, if a password change was interrupted, with the previous one.
 * @throws CliError wrong_credentials
 */
export async function logInWithKept(
  accounts: AccountsApi,
  { username, password, formerPassword }: LocalAccount,
): Promise<{ tokens: TokenPair; password: string }> {
  try {
    return { tokens: await accounts.logIn({ username, password }), password };
  } catch (error) {
    if (!isWrong(error) || formerPassword === undefined) throw error;
    const tokens = await accounts.logIn({ username, password: formerPassword });
    return { tokens, password: formerPassword };
  }
}

/** Runs under the lock, and stores the password before registering: losing it would lock its owner out. */
async function newLocalAccount(
  { accounts, credentials }: LocalAccountOptions,
  account: LocalAccount,
): Promise<void> {
  await credentials.keepLocalAccount(account);
  try {
    await accounts.register(account);
  } catch (error) {
    if (!(error instanceof CliError) || !error.fields?.["username"]) throw error;
    throw new CliError(
      "not_logged_in",
      `The local data have an account "${account.username}", but its password is not stored here.`,
      {
        hint:
          "Restore the credentials.json that belongs to this data, log in with " +
          "outlay login --server local, or create another account with outlay register.",
      },
    );
  }
}

/**
 * Logs in to the account of this machine's data, which the first command creates.
 * @throws CliError not_logged_in if the data have an account of that name whose password is not stored here
 */
export async function openLocalSession(
  options: LocalAccountOptions,
  former: Session | undefined,
): Promise<Session> {
  const { accounts, credentials, sessionKey, systemUsername } = options;
  const { server } = sessionKey;
  return credentials.renewing(sessionKey, async () => {
    // If several commands start at once on a new machine, the first one creates the account.
    const current = await credentials.session(sessionKey);
    if (current && current.access !== former?.access) return current;
    const kept = await credentials.localAccount(server);
    const account: LocalAccount = kept ?? {
      server,
      username: localUsername(systemUsername()),
      password: randomPassword(),
    };
    if (!kept) await newLocalAccount(options, account);
    const { tokens } = await logInWithKept(accounts, account).catch(async (error: unknown) => {
      if (!isWrong(error)) throw error;
      // The data folder is new, or was recreated, since the account was stored.
      await newLocalAccount(options, account);
      return logInWithKept(accounts, account);
    });
    const session = { ...sessionKey, username: account.username, ...tokens };
    await credentials.keepSession(session).catch(unlessUnwritable);
    if (!kept) options.onFirstUse();
    return session;
  });
}
