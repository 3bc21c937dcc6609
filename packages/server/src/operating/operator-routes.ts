import type { IncomingMessage } from "node:http";
import { version } from "../../package.json";
import { answer } from "../middleware/answer.ts";
import { jsonType } from "../middleware/media-types.ts";
import { publicRoute, type PublicRoute } from "../routes/route.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";
import type { OperatingConfig } from "./operating-config.ts";
import type { Readiness } from "./readiness.ts";

export interface Operated {
  store: Store;
  readiness: () => Promise<Readiness>;
  metrics: Pick<Metrics, "text" | "contentType">;
  metricsFor: OperatingConfig["metrics"];
  /** Whether a request comes from a program on this machine. */
  isLocal: (request: IncomingMessage) => boolean;
}

/**
 * Routes for operators and their programs (contract 1.6). They need no login, and reveal nothing
 * about users.
 */
export function operatorRoutes({
  store,
  readiness,
  metrics,
  metricsFor,
  isLocal,
}: Operated): PublicRoute[] {
  const metricsRoute = publicRoute("/metrics", "text/plain", async ({ ctx }) => {
    ctx.body = await metrics.text(store, await readiness());
    ctx.set("Content-Type", metrics.contentType);
  });
  const metricsRoutes: Record<Operated["metricsFor"], PublicRoute[]> = {
    public: [metricsRoute],
    loopback: [{ ...metricsRoute, isFor: isLocal }],
    off: [],
  };
  return [
    publicRoute("/healthz", jsonType, async ({ ctx }) => {
      answer(ctx, { status: "ok", version });
    }),
    publicRoute("/readyz", jsonType, async ({ ctx }) => {
      const { isReady, detail } = await readiness();
      // Not a refusal: readiness is what the client asked about.
      ctx.status = isReady ? 200 : 503;
      answer(ctx, { status: isReady ? "ready" : "unavailable", detail });
    }),
    ...metricsRoutes[metricsFor],
  ];
}
