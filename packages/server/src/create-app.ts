import { errorCode } from "@outlay/files";
import { Router } from "@koa/router";
import Koa, { type Middleware } from "koa";
import { requestId } from "./middleware/request-id.ts";
import { type LogFault, writeErrors } from "./middleware/write-errors.ts";
import { malformedBody, notFound } from "./refusal.ts";
import { addAccountRoutes } from "./routes/account-routes.ts";
import { addApiKeyRoutes } from "./routes/api-key-routes.ts";
import { addBudgetRoutes } from "./routes/budget-routes.ts";
import { addBudgetStatusRoutes } from "./routes/budget-status-routes.ts";
import { addExpenseRoutes } from "./routes/expense-routes.ts";
import { addImportRoutes } from "./routes/import-routes.ts";
import { addReportRoutes } from "./routes/report-routes.ts";
import type { ServerContext } from "./server-context.ts";

/** Node takes request lines whose address no URL parser does. @throws Refusal malformed_body */
const checkAddress: Middleware = async ({ request }, next) => {
  try {
    // Parses the address, which every later use of it relies on.
    void request.path;
  } catch {
    throw malformedBody("The address in the request line can't be read.");
  }
  await next();
};

/** Every path there is. */
export function createRouter(server: ServerContext): Router {
  const router = new Router({ sensitive: true });
  addAccountRoutes(router, server);
  addApiKeyRoutes(router, server);
  addExpenseRoutes(router, server);
  // Before the budgets, or it would be taken for the id of one.
  addBudgetStatusRoutes(router, server);
  addBudgetRoutes(router, server);
  addImportRoutes(router, server);
  addReportRoutes(router, server);
  return router;
}

/** What only a server that listens has. */
export interface Surroundings {
  /** Sees each answer as it is sent. */
  outside: readonly Middleware[];
  /** May answer, or refuse, before the routes are asked. */
  inside: readonly Middleware[];
}

/** The application, the same over a socket and inside the client. */
export function createApp(
  server: ServerContext,
  logFault: LogFault,
  { outside, inside }: Surroundings = { outside: [], inside: [] },
): Koa {
  const app = new Koa();
  // What reaches Koa's own handler broke outside of a request's answer. A connection that was cut,
  // which has a code of the system's, is the client's business.
  app.on("error", (error: unknown) => {
    if (errorCode(error) === undefined) logFault({ requestId: "none", error });
  });
  app.use(requestId);
  for (const middleware of outside) app.use(middleware);
  app.use(writeErrors(logFault));
  app.use(checkAddress);
  for (const middleware of inside) app.use(middleware);
  app.use(createRouter(server).routes());
  app.use(() => {
    throw notFound();
  });
  return app;
}
