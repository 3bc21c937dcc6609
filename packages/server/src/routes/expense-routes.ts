import type { ParsedUrlQuery } from "node:querystring";
import { expense, expenseChanges, expenseInput, expensesPath } from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import { expenseFieldsOf } from "./expense-body.ts";
import { writeCursor } from "./expense-cursor.ts";
import { listParameters, toExpenseQuery } from "./expense-query.ts";
import { recordRoutes } from "./record-routes.ts";
import { expenseWire } from "./record-wire.ts";
import type { Route } from "./routing/route.ts";

/** Returns the parameters for the next page, without those that clients add by themselves. */
function nextPage(query: ParsedUrlQuery, cursor: string): URLSearchParams {
  const next = new URLSearchParams();
  for (const [name, given = []] of Object.entries({ ...query, after: cursor })) {
    if (!Object.hasOwn(listParameters, name)) continue;
    for (const value of [given].flat()) next.append(name, value);
  }
  return next;
}

export const expenseRoutes = (server: ServerContext): Route[] =>
  recordRoutes({
    path: expensesPath,
    collection: server.store.expenses,
    input: expenseInput,
    changes: expenseChanges,
    wire: expense,
    query: listParameters,
    isCategory: (tree, key) => tree.isForExpenses(key),
    async list(userId, values, { given, tree }) {
      const query = toExpenseQuery(values, tree);
      const { records, total, hasMore } = await server.store.expenses.select(userId, query);
      const last = records.at(-1);
      const next = hasMore && last ? nextPage(given, writeCursor(query.orderName, last)) : null;
      return { items: records, total, next };
    },
    fieldsOf: expenseFieldsOf,
    toWire: expenseWire.toWire,
    server,
  });
