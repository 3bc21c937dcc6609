import {
  type BudgetStatusEntry,
  budgetStatusPath,
  calendarDayOf,
  centsToNumber,
} from "@outlay/shared";
import { answer } from "../answer.ts";
import type { BudgetStatus } from "../domain/budget-status.ts";
import type { ServerContext } from "../server-context.ts";
import { budgetStatusAt } from "../use-cases/budget-status.ts";
import { day } from "./query.ts";
import { needs, type Route, userRoute } from "./route.ts";

const toWire = (status: BudgetStatus): BudgetStatusEntry => ({
  category: status.category,
  period: status.period,
  from: status.span.from,
  to: status.span.to,
  budget: centsToNumber(status.budgetCents),
  carried: centsToNumber(status.carriedCents),
  spent: centsToNumber(status.spentCents),
  left: centsToNumber(status.leftCents),
  ratio: status.usedRatio,
  projected: centsToNumber(status.projectedCents),
});

/** How budgets stand (contract 1.4). */
export const budgetStatusRoutes = (server: ServerContext): Route[] => [
  userRoute(budgetStatusPath, {
    GET: needs("read", { query: { date: day } }, async ({ ctx, user, query }) => {
      const { date } = query();
      const today = calendarDayOf(server.clock());
      answer(ctx, (await budgetStatusAt(server.store, user.id, date ?? today)).map(toWire));
    }),
  }),
];
