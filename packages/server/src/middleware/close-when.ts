import type { Middleware } from "koa";

/** Tells clients with open connections that no further request will be answered on them. */
export const closeWhen =
  (isStopping: () => boolean): Middleware =>
  async (ctx, next) => {
    await next();
    if (isStopping()) ctx.set("Connection", "close");
  };
