import type { Middleware } from "koa";

/**
 * Keeps responses out of caches unless a route says otherwise, because they are personal and change over time.
 */
export const noStore: Middleware = async (ctx, next) => {
  ctx.set("Cache-Control", "no-store");
  await next();
};
