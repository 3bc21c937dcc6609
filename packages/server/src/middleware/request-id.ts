import { randomUUID } from "node:crypto";
import type { Middleware } from "koa";

/** Gives every answer a name by which the log can be searched. */
export const requestId: Middleware = async (ctx, next) => {
  const id = randomUUID();
  ctx.state["requestId"] = id;
  ctx.set("X-Request-Id", id);
  await next();
};
