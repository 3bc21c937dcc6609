import { budgetsPath, expensesPath } from "@outlay/shared";
import { accountsApi } from "../api/accounts-api.ts";
import { categoriesApi } from "../categories/categories-api.ts";
import { requireTaken } from "../api/earlier/ignored-fields.ts";
import { HomeCurrency } from "../money/home-currency.ts";
import { importsApi } from "../api/imports-api.ts";
import { logInAgain } from "../api/log-in-again.ts";
import { ratesApi } from "../api/rates-api.ts";
import { recordsApi } from "../api/records-api.ts";
import { receivedBudget, receivedExpense } from "../api/received/records.ts";
import { withKnownFilters } from "../api/earlier/refused-filters.ts";
import { reportsApi } from "../api/reports-api.ts";
import { authorizedSender, type SendAuthorized } from "../api/session.ts";
import type { Backend } from "../backend/backend.ts";
import type { Cli } from "../cli.ts";
import { readGivenLogin } from "../config/given-login.ts";
import { readSecret } from "../config/secret-variable.ts";
import type { Target } from "../config/target.ts";
import type { Connection } from "../connection.ts";
import { sendingKeptFirst } from "../outbox/send-kept.ts";

const budgetsApi = (send: SendAuthorized) =>
  recordsApi({
    send,
    path: budgetsPath,
    schema: receivedBudget,
    noun: "budget",
    listCommand: "outlay budget list",
  });

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
  const home = new HomeCurrency((await cli.config.read()).currency);
  const authorized = authorizedSender({
    backend,
    accounts,
    credentials,
    sessionKey,
    givenToken: readSecret(cli.env, "OUTLAY_TOKEN"),
    logInAgain: (former) => logInAgain(logInOptions, former),
    clock,
  });
  const noting = home.noting(authorized);
  const send = withKnownFilters(sendingKeptFirst(cli, { send: noting, logInOptions }));
  return {
    target,
    home,
    money: home.money,
    rates: ratesApi(send),
    send,
    sendAlone: noting,
    accounts,
    expenses: recordsApi({
      send,
      path: expensesPath,
      schema: receivedExpense,
      noun: "expense",
      listCommand: "outlay list",
      everything: { kind: "any" },
      check: requireTaken,
    }),
    budgets: budgetsApi(send),
    imports: importsApi(send),
    reports: reportsApi(send),
    categories: categoriesApi(send),
    logInOptions,
  };
}
