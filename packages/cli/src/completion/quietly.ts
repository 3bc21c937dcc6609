/**
 * Asks the server for a shell that asks while somebody types: this writes nothing, creates no account or folder, asks
 * nobody, and waits for no lock.
 */
import { type AccountsApi, accountsApi } from "../api/accounts-api.ts";
import { logInWithKept } from "../api/local-account.ts";
import { secondsLeft } from "../api/tokens/token-lifetime.ts";
import type { Backend } from "../backend/backend.ts";
import { openBackend } from "../backend/open-backend.ts";
import type { Cli } from "../cli.ts";
import type { Session } from "../config/credentials-file.ts";
import { readSecret } from "../config/secret-variable.ts";
import { isLocal, type Target } from "../config/target.ts";
import type { Fitting } from "./suggestion.ts";

const minSecondsLeft = 60;
/** Nobody waits longer than this after pressing the Tab key. */
const patienceMs = 1500;

/** A valid token, which is not stored if it is new; undefined if a person would have to log in. */
async function tokenOf(
  cli: Cli,
  target: Target,
  session: Session,
  accounts: AccountsApi,
): Promise<string | undefined> {
  if (secondsLeft(session.access, cli.clock()) >= minSecondsLeft) return session.access;
  const access = await accounts.refresh(session.refresh);
  if (access !== undefined || !isLocal(target)) return access;
  const account = await cli.credentials.localAccount(target.server);
  if (account?.username !== session.username) return undefined;
  return (await logInWithKept(accounts, account)).tokens.access;
}

/**
 * Returns what `ask` suggests, or `otherwise` if the server can't be asked quietly. Rejects if it doesn't answer.
 */
export async function quietly(
  cli: Cli,
  otherwise: Fitting,
  ask: (backend: Backend, token: string) => Promise<Fitting>,
): Promise<Fitting> {
  const target = await cli.target();
  const given = readSecret(cli.env, "OUTLAY_TOKEN");
  const session = await cli.credentials.session(await cli.sessionKey(target));
  if (given === undefined && !session) return otherwise;
  const local = { ...cli.localOptions(), report: () => undefined };
  if (isLocal(target)) {
    const { hasData } = await import("../backend/embedded.ts");
    if (!(await hasData(local))) return otherwise;
  }
  const backend = await openBackend(target, {
    local,
    trace: undefined,
    signals: undefined,
    patienceMs,
  });
  try {
    const token = given ?? (session && (await tokenOf(cli, target, session, accountsApi(backend))));
    return token === undefined ? otherwise : await ask(backend, token);
  } finally {
    await backend.close();
  }
}
