import type { Middleware } from "koa";

/** A request that is over, without anything that its sender could have put in it. */
export interface ObservedRequest {
  requestId: string;
  method: string;
  /** The pattern of the path, `/expenses/:id/`; `none` for a path that isn't there. */
  route: string;
  status: number;
  /** From its head until the last of the answer is on its way. */
  tookMs: number;
  userId: number | undefined;
  /** The connection broke off before all of the answer was sent. */
  isCut: boolean;
}

interface ObservedState {
  requestId: string;
  route?: string;
  userId?: number;
}

export type OnRequest = (request: ObservedRequest) => void;

/** Tells of each request when it is over. */
export function observeRequests(onRequest: OnRequest): Middleware {
  return (ctx, next) => {
    const startMs = performance.now();
    ctx.res.once("close", () => {
      const { requestId, route, userId } = ctx.state as ObservedState;
      onRequest({
        requestId,
        method: ctx.method,
        route: route ?? "none",
        status: ctx.status,
        tookMs: performance.now() - startMs,
        userId,
        isCut: !ctx.res.writableFinished,
      });
    });
    return next();
  };
}
