import { budget, budgetChanges, budgetInput, budgetsPath } from "@outlay/shared";
import { budgetFieldsOf } from "./budget-body.ts";
import type { ServerContext } from "../server-context.ts";
import { categoryKeys, flag } from "./routing/query.ts";
import { recordRoutes } from "./record-routes.ts";
import { budgetWire } from "./record-wire.ts";
import type { Route } from "./routing/route.ts";

const query = { deleted: flag, category: categoryKeys, category_only: categoryKeys };

export const budgetRoutes = (server: ServerContext): Route[] =>
  recordRoutes({
    path: budgetsPath,
    collection: server.store.budgets,
    input: budgetInput,
    changes: budgetChanges,
    wire: budget,
    query,
    isCategory: (tree, key) => tree.has(key),
    async list(userId, { deleted, ...named }, { tree }) {
      const { budgets } = server.store;
      const meant = tree.meant(named);
      const all = await (deleted ? budgets.listRemoved(userId) : budgets.list(userId));
      const items = all.filter(({ category }) => meant.length === 0 || meant.includes(category));
      return { items, total: items.length, next: null };
    },
    fieldsOf: budgetFieldsOf,
    toWire: budgetWire.toWire,
    server,
  });
