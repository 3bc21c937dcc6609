/** What a command needs of a server: its API, and a session with it that keeps itself. */
import { budgetsPath, expensesPath } from "@outlay/shared";
import { type AccountsApi, accountsApi } from "./api/accounts-api.ts";
import { type ImportsApi, importsApi } from "./api/imports-api.ts";
import { type LogInOptions, logInAgain } from "./api/log-in-again.ts";
import { type RecordsApi, recordsApi } from "./api/records-api.ts";
import {
  type Budget,
  type Expense,
  receivedBudget,
  receivedExpense,
} from "./api/received/records.ts";
import { type ReportsApi, reportsApi } from "./api/reports-api.ts";
import { authorizedSender, type SendAuthorized } from "./api/session.ts";
import type { Backend } from "./backend/backend.ts";
import type { Cli } from "./cli.ts";
import { readGivenLogin } from "./config/given-login.ts";
import { readSecret } from "./config/secret-variable.ts";
import type { Target } from "./config/target.ts";
import { sendingKeptFirst } from "./outbox/send-kept.ts";
import { type Money, moneyIn } from "./terminal/amounts.ts";

/** A server, and the API it speaks. */
export interface Connection {
  target: Target;
  /** How amounts are shown. */
  money: Money;
  send: SendAuthorized;
  /** Past the outbox. */
  sendAlone: SendAuthorized;
  accounts: AccountsApi;
  expenses: RecordsApi<Expense>;
  budgets: RecordsApi<Budget>;
  imports: ImportsApi;
  reports: ReportsApi;
  /** What logging in needs. */
  logInOptions: LogInOptions;
}

/** @param onFirstUse told when Outlay has made the account of this machine's data */
export async function connectionOver(
  cli: Cli,
  target: Target,
  backend: Backend,
  onFirstUse: () => void,
): Promise<Connection> {
  const { credentials, clock, prompts, systemUsername } = cli;
  const accounts = accountsApi(backend);
  const sessionKey = await cli.sessionKey(target);
  const logInOptions = {
    accounts,
    credentials,
    target,
    sessionKey,
    givenLogin: readGivenLogin(cli.env),
    prompts,
    systemUsername,
    onFirstUse,
  };
  const authorized = authorizedSender({
    backend,
    accounts,
    credentials,
    sessionKey,
    givenToken: readSecret(cli.env, "OUTLAY_TOKEN"),
    logInAgain: (former) => logInAgain(logInOptions, former),
    clock,
  });
  const send = sendingKeptFirst(cli, { send: authorized, logInOptions });
  return {
    target,
    money: moneyIn((await cli.config.read()).currency),
    send,
    sendAlone: authorized,
    accounts,
    expenses: recordsApi({
      send,
      path: expensesPath,
      schema: receivedExpense,
      noun: "expense",
      listCommand: "outlay list",
    }),
    budgets: recordsApi({
      send,
      path: budgetsPath,
      schema: receivedBudget,
      noun: "budget",
      listCommand: "outlay budget list",
    }),
    imports: importsApi(send),
    reports: reportsApi(send),
    logInOptions,
  };
}
