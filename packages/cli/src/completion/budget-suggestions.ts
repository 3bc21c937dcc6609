/**
 * The user's budgets, for a shell that asks while somebody types: this writes nothing, creates no account or
 * folder, asks nobody, and waits for no lock.
 */
import { budgetsPath } from "@outlay/shared";
import { type AccountsApi, accountsApi } from "../api/accounts-api.ts";
import { logInWithKept } from "../api/local-account.ts";
import { wordText } from "../api/received/open-object.ts";
import { receivedBudget } from "../api/received/records.ts";
import { recordsApi } from "../api/records-api.ts";
import { secondsLeft } from "../api/token-lifetime.ts";
import type { Backend } from "../backend/backend.ts";
import { openBackend } from "../backend/open-backend.ts";
import type { Cli } from "../cli.ts";
import type { Session } from "../config/credentials-file.ts";
import { readSecret } from "../config/secret-variable.ts";
import { isLocal, type Target } from "../config/target.ts";
import { moneyIn } from "../terminal/amounts.ts";
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

async function listBudgets(
  cli: Cli,
  backend: Backend,
  token: string,
  which: "kept" | "removed",
): Promise<Fitting> {
  const api = recordsApi({
    send: (request) => backend.send(request, token),
    path: budgetsPath,
    schema: receivedBudget,
    noun: "budget",
    listCommand: "outlay budget list",
  });
  const money = moneyIn((await cli.config.read()).currency);
  const every = which === "kept" ? await api.list() : await api.listRemoved();
  return {
    words: every.map(({ id, amount, category, period, description }) => ({
      word: String(id),
      about: `${money.ofWire(amount)} ${wordText(category)} ${wordText(period)}: ${description}`,
    })),
  };
}

/** Rejects if the budgets can't be read. */
export async function budgetSuggestions(cli: Cli, which: "kept" | "removed"): Promise<Fitting> {
  const nothing = { words: [] };
  const target = await cli.target();
  const given = readSecret(cli.env, "OUTLAY_TOKEN");
  const session = await cli.credentials.session(await cli.sessionKey(target));
  if (given === undefined && !session) return nothing;
  const local = { ...cli.localOptions(), report: () => undefined };
  if (isLocal(target)) {
    const { hasData } = await import("../backend/embedded.ts");
    if (!(await hasData(local))) return nothing;
  }
  const backend = await openBackend(target, {
    local,
    trace: undefined,
    signals: undefined,
    patienceMs,
  });
  try {
    const token = given ?? (session && (await tokenOf(cli, target, session, accountsApi(backend))));
    return token === undefined ? nothing : await listBudgets(cli, backend, token, which);
  } finally {
    await backend.close();
  }
}
