/** The account that Outlay makes by itself for the data on this machine (contract 2.1). */
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
  /** Under what the session is kept. */
  sessionKey: SessionKey;
  /** The name that the system knows the user by. */
  systemUsername: () => string;
  /** Told when the account has been made. */
  onFirstUse: () => void;
}

/** The user's name where it fits the API's rule for user names. */
function localUsername(systemUsername: string): string {
  const fitting = systemUsername.normalize("NFKC").replace(/[^\p{L}\p{N}_@.+-]/gu, "");
  return fitting === "" ? "me" : fitting.slice(0, 150);
}

const isWrong = (error: unknown) => error instanceof CliError && error.code === "wrong_credentials";

/**
 * With the password that is kept or, where a change of it was cut off, with the one before.
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

/** Made under the lock, and kept before it is registered: a password that is lost locks its owner out. */
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
      `The local data have an account "${account.username}" whose password is not known here.`,
      {
        hint:
          "Bring back the credentials.json that belongs to them, log in with " +
          "outlay login --server local, or make another account with outlay register.",
      },
    );
  }
}

/**
 * Logs in to the account of this machine's data, made at the first command.
 * @throws CliError not_logged_in, where the data have an account of that name that isn't ours
 */
export async function openLocalSession(
  options: LocalAccountOptions,
  former: Session | undefined,
): Promise<Session> {
  const { accounts, credentials, sessionKey, systemUsername } = options;
  const { server } = sessionKey;
  return credentials.renewing(sessionKey, async () => {
    // Of all commands that start at once on a new machine, the first makes the account.
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
      // The data are new, or were made anew, since the account was kept.
      await newLocalAccount(options, account);
      return logInWithKept(accounts, account);
    });
    const session = { ...sessionKey, username: account.username, ...tokens };
    await credentials.keepSession(session).catch(unlessUnwritable);
    if (!kept) options.onFirstUse();
    return session;
  });
}
