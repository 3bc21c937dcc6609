import { randomUUID } from "node:crypto";
import type { Middleware } from "koa";

/** Gives every response an id, under which the request is in the log. */
export const requestId: Middleware = async (ctx, next) => {
  const id = randomUUID();
  ctx.state["requestId"] = id;
  ctx.set("X-Request-Id", id);
  await next();
};
