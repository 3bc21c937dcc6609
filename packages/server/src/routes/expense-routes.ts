import type { Router } from "@koa/router";
import {
  calendarDayOf,
  centsToNumber,
  type Expense,
  expenseChanges,
  expenseInput,
  expensesPath,
  parseFields,
} from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import type { ExpenseFields, ExpenseRecord } from "../store/store.ts";
import { listExpenses } from "../use-cases/list-expenses.ts";
import { day, flag, readQuery } from "./query.ts";
import { addRecordRoutes, namedFields, wireDeletion } from "./record-routes.ts";

type Input = ReturnType<typeof parseFields<typeof expenseChanges>>;

const fromWire = ({ amount, description, category, date, tags, external_id }: Input) =>
  namedFields<ExpenseFields>({
    amountCents: amount,
    description,
    category,
    spentOn: date,
    tags,
    externalId: external_id,
  });

const toWire = (record: ExpenseRecord): Expense => ({
  id: record.id,
  amount: centsToNumber(record.amountCents),
  description: record.description,
  category: record.category,
  date: record.spentOn,
  tags: [...record.tags],
  external_id: record.externalId,
  created_at: record.createdAt,
  updated_at: record.updatedAt,
  ...wireDeletion(record),
});

export function addExpenseRoutes(router: Router, server: ServerContext): void {
  addRecordRoutes<ExpenseFields>(router, server, {
    path: expensesPath,
    collection: server.store.expenses,
    input: expenseInput,
    list: (userId, query) =>
      listExpenses(
        server.store.expenses,
        userId,
        readQuery(query, { deleted: flag, from: day, to: day }),
      ),
    readNew(body) {
      const { amount, description, category, date, tags, external_id } = parseFields(
        expenseInput,
        body,
      );
      return {
        amountCents: amount,
        description,
        category,
        spentOn: date ?? calendarDayOf(server.clock()),
        tags: tags ?? [],
        externalId: external_id ?? null,
      };
    },
    readReplacement: (body) => fromWire(parseFields(expenseInput, body)),
    readChanges: (body) => fromWire(parseFields(expenseChanges, body)),
    check: () => undefined,
    toWire,
  });
}
