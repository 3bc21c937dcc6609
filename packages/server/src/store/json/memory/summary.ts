import type { DataSummary } from "../../store.ts";
import type { RecordCounts } from "../../store-figures.ts";
import { kindNames, recordKinds } from "./record-kinds.ts";
import type { State } from "./state.ts";

/** The numbers of records, without those in the trash. */
export const summaryOf = (state: State): DataSummary => ({
  usernames: [...state.users.values()].map(({ username }) => username),
  expenses: state.expenses.count(({ deletedAt }) => deletedAt === null),
  budgets: state.budgets.count(({ deletedAt }) => deletedAt === null),
  imports: state.imports.size,
  apiKeys: state.apiKeys.count(({ revokedAt }) => revokedAt === null),
  categories: state.categories.size,
  rates: state.rates.size,
});

/** The numbers of records including the trash, which needs no look at each record. */
export const recordCounts = (state: State): RecordCounts => ({
  user: state.users.size,
  ...Object.fromEntries(kindNames.map((name) => [recordKinds[name].figure, state[name].size])),
});
