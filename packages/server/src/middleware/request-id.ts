import { randomUUID } from "node:crypto";
import type { Middleware } from "koa";

/** Gives every answer an id that can be searched for in the log. */
export const requestId: Middleware = async (ctx, next) => {
  const id = randomUUID();
  ctx.state["requestId"] = id;
  ctx.set("X-Request-Id", id);
  await next();
};
