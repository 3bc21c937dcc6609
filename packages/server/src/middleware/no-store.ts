import type { Middleware } from "koa";

/**
 * Keeps answers out of caches unless a route says otherwise: they are personal, and may differ
 * tomorrow.
 */
export const noStore: Middleware = async (ctx, next) => {
  ctx.set("Cache-Control", "no-store");
  await next();
};
