import { apiErrorStatus, InvalidFields } from "@outlay/shared";
import type { Context, Middleware } from "koa";
import { answer } from "./answer.ts";
import { invalidFields, Refusal, userNotFound } from "../domain/refusal.ts";
import {
  DataDamaged,
  StorageFull,
  StorageServed,
  StorageUnavailable,
  UserGone,
} from "../store/store-errors.ts";

/** Logs a fault of the server itself. */
export type LogFault = (fault: { requestId: string; error: unknown }) => void;

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidFields) return invalidFields(error.fields);
  if (error instanceof StorageFull) return new Refusal("storage_full", { detail: error.message });
  if (error instanceof StorageUnavailable) {
    // With a wait of zero seconds, the client retries immediately, at the server that has the data.
    const isServed = error instanceof StorageServed;
    const circumstances = isServed ? { retryAfterSeconds: 0 } : {};
    return new Refusal("storage_unavailable", { detail: error.message }, circumstances);
  }
  if (error instanceof DataDamaged) {
    // The message names a file, so it is only for the log.
    const detail = "The stored data are damaged; nothing was stored. The server's log says where.";
    return new Refusal("storage_unavailable", { detail });
  }
  // The user was removed during the request.
  if (error instanceof UserGone) return userNotFound();
  return undefined;
}

function headersOf({ code, retryAfterSeconds, isBodyUnread }: Refusal): Record<string, string> {
  return {
    // The response must name the authentication scheme (RFC 9110, 11.6.1).
    ...(code === "unauthenticated" && { "WWW-Authenticate": 'Bearer realm="api"' }),
    ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
    // No other request can follow on this connection if the body isn't read.
    ...(isBodyUnread && { Connection: "close" }),
  };
}

function write(ctx: Context, refusal: Refusal): void {
  ctx.status = apiErrorStatus[refusal.code];
  ctx.state["refusalCode"] = refusal.code;
  ctx.set(headersOf(refusal));
  answer(ctx, refusal.body);
}

/**
 * Turns errors into responses, which no other code does. Errors that aren't refusals are logged, and not shown to the
 * client.
 */
export function writeErrors(logFault: LogFault): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const requestId = String(ctx.state["requestId"]);
      const refusal = refusalOf(error);
      const isOurFault = !refusal || apiErrorStatus[refusal.code] >= 500;
      if (isOurFault) logFault({ requestId, error });
      write(
        ctx,
        refusal ??
          new Refusal("internal", { detail: "Internal server error.", request_id: requestId }),
      );
    }
  };
}
