import {
  type Budget,
  budgetCategories,
  budgetChanges,
  budgetInput,
  budgetsPath,
  centsToNumber,
  namedFields,
  parseFields,
} from "@outlay/shared";
import { checkBudgetSpan } from "../domain/budget-span.ts";
import type { ServerContext } from "../server-context.ts";
import type { BudgetFields, BudgetRecord } from "../store/store.ts";
import { choices, flag } from "./query.ts";
import { recordRoutes, wireDeletion } from "./record-routes.ts";
import type { Route } from "./route.ts";

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

const query = { deleted: flag, category: choices(budgetCategories) };

export const budgetRoutes = (server: ServerContext): Route[] =>
  recordRoutes<BudgetFields, typeof query>({
    path: budgetsPath,
    collection: server.store.budgets,
    input: budgetInput,
    changes: budgetChanges,
    query,
    async list(userId, { deleted, category }) {
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
