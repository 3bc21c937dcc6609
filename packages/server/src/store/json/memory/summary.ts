import type { DataSummary } from "../../store.ts";
import type { RecordCounts } from "../../store-figures.ts";
import type { State } from "./state.ts";

/** The numbers of records, without those in the trash. */
export const summaryOf = ({ users, expenses, budgets, imports, apiKeys }: State): DataSummary => ({
  usernames: [...users.values()].map(({ username }) => username),
  expenses: expenses.count(({ deletedAt }) => deletedAt === null),
  budgets: budgets.count(({ deletedAt }) => deletedAt === null),
  imports: imports.count(() => true),
  apiKeys: apiKeys.count(({ revokedAt }) => revokedAt === null),
});

/** The numbers of records including the trash, which needs no look at each record. */
export const recordCounts = (state: State): RecordCounts => ({
  user: state.users.size,
  expense: state.expenses.size,
  budget: state.budgets.size,
  import: state.imports.size,
  api_key: state.apiKeys.size,
});
