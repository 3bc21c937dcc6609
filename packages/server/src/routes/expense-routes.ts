import type { ParsedUrlQuery } from "node:querystring";
import type { Router } from "@koa/router";
import {
  calendarDayOf,
  expenseChanges,
  expenseInput,
  expensesPath,
  parseFields,
} from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import type { ExpenseFields } from "../store/store.ts";
import { writeCursor } from "./expense-cursor.ts";
import { readExpenseQuery } from "./expense-query.ts";
import { namedExpenseFields, newExpense, wireExpense } from "./expense-wire.ts";
import { addRecordRoutes } from "./record-routes.ts";

/** The parameters that ask for what comes behind a page. */
function nextPage(query: ParsedUrlQuery, cursor: string): URLSearchParams {
  const next = new URLSearchParams();
  for (const [name, given = []] of Object.entries({ ...query, after: cursor })) {
    for (const value of [given].flat()) next.append(name, value);
  }
  return next;
}

export function addExpenseRoutes(router: Router, server: ServerContext): void {
  addRecordRoutes<ExpenseFields>(router, server, {
    path: expensesPath,
    collection: server.store.expenses,
    input: expenseInput,
    async list(userId, given) {
      const query = readExpenseQuery(given);
      const { records, total, hasMore } = await server.store.expenses.select(userId, query);
      const last = records.at(-1);
      const next = hasMore && last ? nextPage(given, writeCursor(query.orderName, last)) : null;
      return { items: records, total, next };
    },
    readNew: (body) => newExpense(parseFields(expenseInput, body), calendarDayOf(server.clock())),
    readReplacement: (body) => namedExpenseFields(parseFields(expenseInput, body)),
    readChanges: (body) => namedExpenseFields(parseFields(expenseChanges, body)),
    check: () => undefined,
    toWire: wireExpense,
  });
}
