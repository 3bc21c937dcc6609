import {
  budgetStatusPath,
  budgetStatusEntry,
  calendarDayOf,
  type ExactBudgetStatus,
  writeBudgetStatus,
} from "@outlay/shared";
import type { BudgetStatus } from "../domain/budgets/budget-status.ts";
import { exactUnconverted } from "../domain/spending-report.ts";
import type { ServerContext } from "../server-context.ts";
import { budgetStatusAt } from "../use-cases/budget-status.ts";
import { listOf, ok, WrittenJson } from "./routing/answers.ts";
import { day } from "./routing/query.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

const toWire = (status: BudgetStatus): ExactBudgetStatus => ({
  category: status.category,
  parent: status.parent,
  period: status.period,
  from: status.span.from,
  to: status.span.to,
  budget: status.budgetCents,
  carried: status.carriedCents,
  spent: status.spentCents,
  left: status.leftCents,
  ratio: status.usedRatio,
  projected: status.projectedCents,
  put_aside: status.putAsideCents,
  unconverted: exactUnconverted(status.unconverted),
});

/** The route for the status of budgets. */
export const budgetStatusRoutes = (server: ServerContext): Route[] => [
  userRoute(budgetStatusPath, {
    GET: needs(
      "read",
      { query: { date: day }, answers: { 200: listOf(budgetStatusEntry) } },
      async ({ user, query }) => {
        const { date } = query();
        const today = calendarDayOf(server.clock());
        const statuses = await budgetStatusAt(server.store, user.id, date ?? today);
        return ok(new WrittenJson(writeBudgetStatus(statuses.map(toWire))));
      },
    ),
  }),
];
