import type { ApiErrorCode } from "@outlay/shared";
import type { Middleware } from "koa";

/** A finished request, without anything that the client could choose freely. */
export interface ObservedRequest {
  requestId: string;
  method: string;
  /**
   * The pattern of the path, such as `/expenses/:id/`; `none` for an unknown path, and for a request that
   * was refused before its path was looked at.
   */
  route: string;
  status: number;
  /** The reason of a refusal. */
  code?: ApiErrorCode | undefined;
  /** The time from its header until the last of the answer was handed to the system. */
  tookMs: number;
  userId: number | undefined;
  /** Whether the connection ended before the whole response was sent. */
  isCut: boolean;
}

interface ObservedState {
  requestId: string;
  route?: string;
  userId?: number;
  refusalCode?: ApiErrorCode;
}

export type OnRequest = (request: ObservedRequest) => void;

/** Reports each request when it has finished. */
export function observeRequests(onRequest: OnRequest): Middleware {
  return (ctx, next) => {
    const startMs = performance.now();
    ctx.res.once("close", () => {
      const { requestId, route, userId, refusalCode } = ctx.state as ObservedState;
      onRequest({
        requestId,
        method: ctx.method,
        route: route ?? "none",
        status: ctx.status,
        code: refusalCode,
        tookMs: performance.now() - startMs,
        userId,
        isCut: !ctx.res.writableFinished,
      });
    });
    return next();
  };
}
