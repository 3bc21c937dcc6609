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
import { listExpenses } from "../use-cases/list-expenses.ts";
import { namedExpenseFields, newExpense, wireExpense } from "./expense-wire.ts";
import { day, flag, readQuery, recordId } from "./query.ts";
import { addRecordRoutes } from "./record-routes.ts";

export function addExpenseRoutes(router: Router, server: ServerContext): void {
  addRecordRoutes<ExpenseFields>(router, server, {
    path: expensesPath,
    collection: server.store.expenses,
    input: expenseInput,
    list: (userId, query) =>
      listExpenses(
        server.store.expenses,
        userId,
        readQuery(query, { deleted: flag, from: day, to: day, import: recordId }),
      ),
    readNew: (body) => newExpense(parseFields(expenseInput, body), calendarDayOf(server.clock())),
    readReplacement: (body) => namedExpenseFields(parseFields(expenseInput, body)),
    readChanges: (body) => namedExpenseFields(parseFields(expenseChanges, body)),
    check: () => undefined,
    toWire: wireExpense,
  });
}
