import type { Router } from "@koa/router";
import {
  type Budget,
  budgetCategories,
  budgetChanges,
  budgetInput,
  budgetsPath,
  centsToNumber,
  parseFields,
} from "@outlay/shared";
import { checkBudgetSpan } from "../domain/budget-span.ts";
import type { ServerContext } from "../server-context.ts";
import type { BudgetFields, BudgetRecord } from "../store/store.ts";
import { choices, flag, readQuery } from "./query.ts";
import { addRecordRoutes, namedFields, wireDeletion } from "./record-routes.ts";

type Input = ReturnType<typeof parseFields<typeof budgetChanges>>;

const fromWire = ({ amount, ...fields }: Input) =>
  namedFields<BudgetFields>({
    amountCents: amount,
    description: fields.description,
    category: fields.category,
    period: fields.period,
    starts: fields.starts,
    ends: fields.ends,
    rollover: fields.rollover,
  });

const toWire = (record: BudgetRecord): Budget => ({
  id: record.id,
  amount: centsToNumber(record.amountCents),
  description: record.description,
  category: record.category,
  period: record.period,
  starts: record.starts,
  ends: record.ends,
  rollover: record.rollover,
  created_at: record.createdAt,
  updated_at: record.updatedAt,
  ...wireDeletion(record),
});

export function addBudgetRoutes(router: Router, server: ServerContext): void {
  addRecordRoutes<BudgetFields>(router, server, {
    path: budgetsPath,
    collection: server.store.budgets,
    input: budgetInput,
    async list(userId, query) {
      const { deleted, category } = readQuery(query, {
        deleted: flag,
        category: choices(budgetCategories),
      });
      const { budgets } = server.store;
      const all = await (deleted ? budgets.listRemoved(userId) : budgets.list(userId));
      const items = all.filter((each) => category.length === 0 || category.includes(each.category));
      return { items, total: items.length, next: null };
    },
    readNew(body) {
      const { amount, description, category, period, starts, ends, rollover } = parseFields(
        budgetInput,
        body,
      );
      return {
        amountCents: amount,
        description,
        category,
        period: period ?? "MONTHLY",
        starts: starts ?? null,
        ends: ends ?? null,
        rollover: rollover ?? "none",
      };
    },
    readReplacement: (body) => fromWire(parseFields(budgetInput, body)),
    readChanges: (body) => fromWire(parseFields(budgetChanges, body)),
    check: checkBudgetSpan,
    toWire,
  });
}
