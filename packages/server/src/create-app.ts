import { errorCode } from "@outlay/files";
import { Router } from "@koa/router";
import Koa, { type Middleware } from "koa";
import { checkAddress } from "./middleware/check-address.ts";
import { noStore } from "./middleware/no-store.ts";
import { requestId } from "./middleware/request-id.ts";
import { type LogFault, writeErrors } from "./middleware/write-errors.ts";
import { notFound } from "./domain/refusal.ts";
import { accountRoutes } from "./routes/account-routes.ts";
import { apiKeyRoutes } from "./routes/api-key-routes.ts";
import { budgetRoutes } from "./routes/budget-routes.ts";
import { budgetStatusRoutes } from "./routes/budget-status-routes.ts";
import { categoryRoutes } from "./routes/category-routes.ts";
import { expenseChangeRoutes } from "./routes/expense-change-routes.ts";
import { expenseRoutes } from "./routes/expense-routes.ts";
import { importRoutes } from "./routes/import-routes.ts";
import { withDescription } from "./routes/description-routes.ts";
import { rateRoutes } from "./routes/rate-routes.ts";
import { reportRoutes } from "./routes/report-routes.ts";
import type { Route } from "./routes/routing/route.ts";
import { addRoute } from "./routes/routing/view.ts";
import type { ServerContext } from "./server-context.ts";

/**
 * Returns all routes of the application.
 * @param more routes that only a listening server has
 */
export function routesOf(server: ServerContext, more: readonly Route[] = []): readonly Route[] {
  const routes = [
    ...accountRoutes(server),
    ...apiKeyRoutes(server),
    ...categoryRoutes(server),
    // These routes come before those of expenses, which would take `changes` for the id of an expense.
    ...expenseChangeRoutes(server),
    ...expenseRoutes(server),
    // These routes come before those of budgets, which would take `status` for the id of a budget.
    ...budgetStatusRoutes(server),
    ...budgetRoutes(server),
    ...importRoutes(server),
    ...rateRoutes(server),
    ...reportRoutes(server),
    ...more,
  ];
  return withDescription(routes);
}

function createRouter(server: ServerContext, more: readonly Route[]): Router {
  const router = new Router({ sensitive: true });
  for (const route of routesOf(server, more)) addRoute(router, server, route);
  return router;
}

/** Parts of the application that only a listening server has. */
export interface Surroundings {
  /** Middleware that sees each response as it is sent. */
  outside: readonly Middleware[];
  /** Middleware that checks each request before anything else does. */
  inside: readonly Middleware[];
  /** Routes in addition to those that every server has. */
  routes: readonly Route[];
}

/** Builds the application, which is the same over a socket and inside the client. */
export function createApp(
  server: ServerContext,
  logFault: LogFault,
  { outside, inside, routes }: Surroundings = { outside: [], inside: [], routes: [] },
): Koa {
  const app = new Koa();
  // Koa's own handler receives errors that occur after the response has begun. If the connection was cut off, the error
  // has a system code, and is not a fault of the server.
  app.on("error", (error: unknown) => {
    if (errorCode(error) === undefined) logFault({ requestId: "none", error });
  });
  app.use(requestId);
  app.use(noStore);
  for (const middleware of outside) app.use(middleware);
  app.use(writeErrors(logFault));
  for (const middleware of inside) app.use(middleware);
  app.use(checkAddress);
  app.use(createRouter(server, routes).routes());
  app.use(() => {
    throw notFound();
  });
  return app;
}
