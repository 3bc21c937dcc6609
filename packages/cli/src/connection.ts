/** A command's access to a server: its API, and a session that renews itself. */
import type { AccountsApi } from "./api/accounts-api.ts";
import type { CategoriesApi } from "./categories/categories-api.ts";
import type { HomeCurrency } from "./money/home-currency.ts";
import type { ImportsApi } from "./api/imports-api.ts";
import type { LogInOptions } from "./api/log-in-again.ts";
import type { RatesApi } from "./api/rates-api.ts";
import type { RecordsApi } from "./api/records-api.ts";
import type { Budget, Expense } from "./api/received/records.ts";
import type { ReportsApi } from "./api/reports-api.ts";
import type { SendAuthorized } from "./api/session.ts";
import type { Target } from "./config/target.ts";
import type { Money } from "./terminal/amounts.ts";

/** A server, and the API it speaks. */
export interface Connection {
  target: Target;
  /** The currency of the user's amounts. */
  home: HomeCurrency;
  /** Formats amounts. */
  money: Money;
  send: SendAuthorized;
  /** Sends without flushing the outbox first. */
  sendAlone: SendAuthorized;
  accounts: AccountsApi;
  expenses: RecordsApi<Expense>;
  budgets: RecordsApi<Budget>;
  imports: ImportsApi;
  rates: RatesApi;
  reports: ReportsApi;
  categories: CategoriesApi;
  /** The options for logging in. */
  logInOptions: LogInOptions;
}
