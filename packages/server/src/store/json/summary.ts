import type { DataSummary } from "../store.ts";
import type { State } from "./state.ts";

/** How much there is, without what is in the trash. */
export const summaryOf = ({ users, expenses, budgets, imports, apiKeys }: State): DataSummary => ({
  usernames: [...users.values()].map(({ username }) => username),
  expenses: expenses.count(({ deletedAt }) => deletedAt === null),
  budgets: budgets.count(({ deletedAt }) => deletedAt === null),
  imports: imports.count(() => true),
  apiKeys: apiKeys.count(({ revokedAt }) => revokedAt === null),
});
