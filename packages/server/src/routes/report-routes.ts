import type { Router } from "@koa/router";
import { spendingGroupings, spendingPath, writeSpendingReport } from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import { reportSpending } from "../use-cases/report-spending.ts";
import { filterParameters, toFilter } from "./expense-query.ts";
import { choice, readQuery } from "./query.ts";
import { addUserView, needs } from "./view.ts";

const parameters = { ...filterParameters, by: choice(spendingGroupings, "category") };

export function addReportRoutes(router: Router, server: ServerContext): void {
  addUserView({
    router,
    server,
    path: spendingPath,
    handlers: {
      GET: needs("read", async ({ ctx, user }) => {
        const { by, ...filter } = readQuery(ctx.query, parameters);
        const { expenses } = server.store;
        const report = await reportSpending(expenses, user.id, toFilter(filter), by);
        ctx.type = "json";
        ctx.body = writeSpendingReport(report);
      }),
    },
  });
}
