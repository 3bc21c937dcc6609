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

/** A fault of the server's own, for its log. */
export type LogFault = (fault: { requestId: string; error: unknown }) => void;

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidFields) return invalidFields(error.fields);
  if (error instanceof StorageFull) return new Refusal("storage_full", { detail: error.message });
  if (error instanceof StorageUnavailable) {
    // At once, and at the server that has the data: who finds this header zero looks for it.
    const headers = error instanceof StorageServed ? { "Retry-After": "0" } : {};
    return new Refusal("storage_unavailable", { detail: error.message }, headers);
  }
  if (error instanceof DataDamaged) {
    // Its message names a file, which is for the log alone.
    const detail = "The stored data are damaged; nothing was stored. The server's log says where.";
    return new Refusal("storage_unavailable", { detail });
  }
  // Removed while the request was under way.
  if (error instanceof UserGone) return userNotFound();
  return undefined;
}

function write(ctx: Context, refusal: Refusal): void {
  ctx.status = apiErrorStatus[refusal.code];
  ctx.set(refusal.headers);
  answer(ctx, refusal.body);
}

/** The one place where errors become answers. What isn't a refusal is logged and told to nobody. */
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
