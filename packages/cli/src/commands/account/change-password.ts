/** Changes a user's password, and opens a session with the new one. */
import type { TokenPair } from "@outlay/shared";
import { logInWithKept } from "../../api/local-account.ts";
import { loginCommand, type LogInOptions, openSession } from "../../api/log-in-again.ts";
import type { LocalAccount } from "../../config/credentials-file.ts";
import { CliError } from "../../errors/cli-error.ts";
import { toCliError } from "../../errors/present-error.ts";

interface Change {
  username: string;
  /** Undefined if it is the one that Outlay stores. */
  current: string | undefined;
  next: string;
  /** The account as Outlay stores it, if Outlay created it. */
  kept: LocalAccount | undefined;
}

/** @throws CliError wrong_credentials */
async function proveCurrent(
  { accounts }: LogInOptions,
  { username, current, kept }: Change,
): Promise<{ tokens: TokenPair; password: string }> {
  try {
    if (current === undefined && kept) return await logInWithKept(accounts, kept);
    const password = current ?? "";
    return { tokens: await accounts.logIn({ username, password }), password };
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== "wrong_credentials") throw error;
    throw new CliError("wrong_credentials", "The current password is wrong. Nothing was changed.", {
      hint: "Try again with: outlay passwd",
    });
  }
}

/**
 * Never loses the stored password: until the server answers, both are kept, and either can log in.
 * @throws CliError
 */
async function replace(options: LogInOptions, change: Change): Promise<void> {
  const { accounts, credentials } = options;
  const { kept, next } = change;
  const { tokens, password: current } = await proveCurrent(options, change);
  if (kept) {
    await credentials.keepLocalAccount({ ...kept, password: next, formerPassword: current });
  }
  const settle = async (password: string): Promise<void> => {
    if (!kept) return;
    const { server, username } = kept;
    await credentials.keepLocalAccount({ server, username, password });
  };
  try {
    await accounts.changePassword(tokens.access, { current, next });
  } catch (error) {
    // Without an answer, the password may have been changed.
    if (error instanceof CliError && error.code === "invalid") await settle(current);
    throw error;
  }
  await settle(next);
}

/**
 * Runs under the session's lock, because other commands' session ends with the old password. @throws CliError
 */
export async function changePassword(options: LogInOptions, change: Change): Promise<void> {
  const { credentials, sessionKey, target } = options;
  await credentials.renewing(sessionKey, async () => {
    await replace(options, change);
    const { username, next: password } = change;
    try {
      await openSession(options, { username, password });
    } catch (error) {
      const { code, message } = toCliError(error);
      throw new CliError(code, `The password is changed, but no session is open: ${message}`, {
        hint: `Log in with: ${loginCommand(target)}`,
        cause: error,
      });
    }
  });
}
