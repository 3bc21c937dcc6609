import { budget, budgetCategories, budgetChanges, budgetInput, budgetsPath } from "@outlay/shared";
import { budgetFieldsOf } from "./budget-body.ts";
import type { ServerContext } from "../server-context.ts";
import { choices, flag } from "./routing/query.ts";
import { recordRoutes } from "./record-routes.ts";
import { budgetWire } from "./record-wire.ts";
import type { Route } from "./routing/route.ts";

const query = { deleted: flag, category: choices(budgetCategories) };

export const budgetRoutes = (server: ServerContext): Route[] =>
  recordRoutes({
    path: budgetsPath,
    collection: server.store.budgets,
    input: budgetInput,
    changes: budgetChanges,
    wire: budget,
    query,
    async list(userId, { deleted, category }) {
      const { budgets } = server.store;
      const all = await (deleted ? budgets.listRemoved(userId) : budgets.list(userId));
      const items = all.filter(
        (each) => category.length === 0 || category.some((key) => key === each.category),
      );
      return { items, total: items.length, next: null };
    },
    fieldsOf: budgetFieldsOf,
    toWire: budgetWire.toWire,
    server,
  });
