import { nothingSummed } from "../../domain/expense-query.ts";
import { toHomeBy } from "../../domain/currencies/rates.ts";
import type { Expenses } from "../store.ts";
import type { Database } from "./engine/database.ts";
import { KnownTotals } from "./select/known-totals.ts";
import { selectExpenses } from "./select/select-expenses.ts";
import { sumExpenses } from "./select/sum-expenses.ts";
import { oldestKept } from "./memory/trash.ts";

/** The queries of the expenses in a JSON database. */
export function expenseViews(
  database: Database,
  clock: () => Date,
): Pick<Expenses, "listDays" | "select" | "sum"> {
  const totals = new KnownTotals();
  return {
    async listDays(userId, first, last) {
      const { expenses, rates } = await database.current();
      const inDays = expenses.between(userId, first, last);
      const records = inDays.filter(({ deletedAt }) => deletedAt === null);
      return { records, toHome: toHomeBy(rates.list(userId).slice()) };
    },

    async select(userId, query) {
      const own = (await database.current()).expenses.ofUser(userId);
      if (!own) return { records: [], total: 0, hasMore: false };
      return selectExpenses(own, query, totals, oldestKept(clock()));
    },

    async sum(userId, filter, by) {
      const { expenses, rates } = await database.current();
      const own = expenses.ofUser(userId);
      if (!own) return nothingSummed;
      // Other requests may change the rates while this one pauses.
      const toHome = toHomeBy(rates.list(userId).slice());
      return sumExpenses(own, filter, { by, toHome }, oldestKept(clock()));
    },
  };
}
