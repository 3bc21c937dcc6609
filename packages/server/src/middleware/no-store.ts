import type { Middleware } from "koa";

/** Answers are somebody's own, and tomorrow not what they are today: they stay in no cache unless one says so. */
export const noStore: Middleware = async (ctx, next) => {
  ctx.set("Cache-Control", "no-store");
  await next();
};
