import type { Router } from "@koa/router";
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
import { day, readQuery } from "./query.ts";
import { addUserView, needs } from "./view.ts";

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
export function addBudgetStatusRoutes(router: Router, server: ServerContext): void {
  addUserView({
    router,
    server,
    path: budgetStatusPath,
    handlers: {
      GET: needs("read", async ({ ctx, user }) => {
        const { date } = readQuery(ctx.query, { date: day });
        const today = calendarDayOf(server.clock());
        answer(ctx, (await budgetStatusAt(server.store, user.id, date ?? today)).map(toWire));
      }),
    },
  });
}
