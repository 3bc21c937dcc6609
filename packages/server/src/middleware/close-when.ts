import type { Middleware } from "koa";

/** Tells those who keep their connection open that nothing more is answered on it. */
export const closeWhen =
  (isStopping: () => boolean): Middleware =>
  async (ctx, next) => {
    await next();
    if (isStopping()) ctx.set("Connection", "close");
  };
