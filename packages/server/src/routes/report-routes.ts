import {
  spendingGroupings,
  spendingPath,
  writtenReport,
  writeSpendingReport,
} from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import { categoriesOf } from "../use-cases/categories.ts";
import { reportSpending } from "../use-cases/report-spending.ts";
import { json, ok, WrittenJson } from "./routing/answers.ts";
import { reportParameters, toReportFilter } from "./expense-query.ts";
import { choice } from "./routing/query.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

const parameters = { ...reportParameters, by: choice(spendingGroupings, "category") };

export const reportRoutes = (server: ServerContext): Route[] => [
  userRoute(spendingPath, {
    GET: needs(
      "read",
      { query: parameters, answers: { 200: json(writtenReport) } },
      async ({ user, query }) => {
        const { categories, expenses } = server.store;
        const tree = await categoriesOf(categories, user.id);
        const { by, ...given } = query((key) => tree.isForExpenses(key));
        const filter = toReportFilter(given, tree);
        const report = await reportSpending(expenses, user.id, { filter, by, tree });
        return ok(new WrittenJson(writeSpendingReport(report)));
      },
    ),
  }),
];
