/** Chooses the account that commands on this machine use once its data have been replaced. */
import { accountsApi } from "../../api/accounts-api.ts";
import { logInWithKept } from "../../api/local-account.ts";
import { openLocal } from "../../backend/local.ts";
import type { Cli } from "../../cli.ts";
import type { LocalAccount } from "../../config/credentials-file.ts";
import { randomPassword } from "../../config/random-password.ts";
import { CliError } from "../../errors/cli-error.ts";

/** Whether an account's stored password matches the data. */
async function isGood(cli: Cli, account: LocalAccount): Promise<boolean> {
  const backend = await openLocal(cli.localOptions());
  try {
    await logInWithKept(accountsApi(backend), account);
    return true;
  } catch (error) {
    if (error instanceof CliError && error.code === "wrong_credentials") return false;
    throw error;
  } finally {
    await backend.close();
  }
}

/** Gives an account in the data a new password, and stores it first: losing it would lock its owner out. */
async function adopt(cli: Cli, server: string, username: string): Promise<void> {
  const { resetPassword } = await import("../../backend/embedded.ts");
  const password = randomPassword();
  await cli.credentials.keepLocalAccount({ server, username, password });
  await resetPassword(cli.localOptions(), username, password);
}

/**
 * Keeps the account that this machine has used so far if the data have it; otherwise uses the wanted one, or
 * one that a person agrees to. Returns the account in use; null if somebody has to log in.
 */
export async function useAccount(
  cli: Cli,
  usernames: readonly string[],
  { wanted, mayAsk }: { wanted: string | undefined; mayAsk: boolean },
): Promise<string | null> {
  const target = await cli.localTarget();
  const { credentials, prompts } = cli;
  const session = await credentials.session(target);
  if (session && !usernames.includes(session.username)) await credentials.dropSession(target);
  const kept = await credentials.localAccount(target.server);
  if (wanted === undefined) {
    if (kept && usernames.includes(kept.username) && (await isGood(cli, kept)))
      return kept.username;
    const [only, ...others] = usernames;
    if (only === undefined || others.length > 0 || !prompts || !mayAsk) return null;
    const question = `Use the account "${only}" from the backup on this machine from now on, with a new password?`;
    if (!(await prompts.confirm(question))) return null;
  }
  const username = wanted ?? usernames[0] ?? "";
  await adopt(cli, target.server, username);
  await credentials.dropSession(target);
  return username;
}
