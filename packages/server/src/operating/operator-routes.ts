import type { Context, Middleware } from "koa";
import { version } from "../../package.json";
import { answer } from "../answer.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Store } from "../store/store.ts";
import { isLocal } from "../middleware/is-local.ts";
import type { Metrics } from "./metrics.ts";
import type { OperatingConfig } from "./operating-config.ts";
import type { Readiness } from "./readiness.ts";

export interface Operated {
  store: Store;
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  metricsFor: OperatingConfig["metrics"];
}

function checkMethod(ctx: Context): void {
  if (ctx.method === "GET" || ctx.method === "HEAD") return;
  const detail = `Method "${ctx.method}" not allowed.`;
  throw new Refusal("method_not_allowed", { detail }, { Allow: "GET, HEAD" });
}

/** What operators and their programs ask (contract 1.6). Needs no login, and tells nothing of users. */
export function operatorRoutes({ store, readiness, metrics, metricsFor }: Operated): Middleware {
  const handlers = new Map<string, (ctx: Context) => Promise<void>>([
    [
      "/healthz",
      async (ctx) => {
        answer(ctx, { status: "ok", version });
      },
    ],
    [
      "/readyz",
      async (ctx) => {
        const { isReady, detail } = await readiness();
        // No refusal: that is what was asked.
        ctx.status = isReady ? 200 : 503;
        answer(ctx, { status: isReady ? "ready" : "unavailable", detail });
      },
    ],
    [
      "/metrics",
      async (ctx) => {
        ctx.body = await metrics.text(store, await readiness());
        ctx.set("Content-Type", metrics.contentType);
      },
    ],
  ]);
  const mayRead = (ctx: Context) =>
    metricsFor === "public" || (metricsFor === "loopback" && isLocal(ctx.req));

  return async (ctx, next) => {
    const path = ctx.path.replace(/(?<=.)\/$/, "");
    const handle = handlers.get(path);
    if (!handle) {
      await next();
      return;
    }
    ctx.state["route"] = path;
    if (path === "/metrics" && !mayRead(ctx)) throw notFound();
    checkMethod(ctx);
    // As it was a moment ago is of no use to anybody.
    ctx.set("Cache-Control", "no-store");
    await handle(ctx);
  };
}
