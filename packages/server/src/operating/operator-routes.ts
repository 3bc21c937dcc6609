import type { IncomingMessage } from "node:http";
import { version } from "../../package.json";
import { jsonType } from "../middleware/media-types.ts";
import { json, ok, text } from "../routes/routing/answers.ts";
import { publicRoute, type PublicRoute } from "../routes/routing/route.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";
import { health, readyState } from "./operator-answers.ts";
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
 * Routes for operators and their monitoring programs. They need no login, and reveal nothing about users.
 */
export function operatorRoutes({
  store,
  readiness,
  metrics,
  metricsFor,
  isLocal,
}: Operated): PublicRoute[] {
  const metricsAnswers = { 200: text(metrics.contentType) };
  const metricsRoute = publicRoute("/metrics", "text/plain", metricsAnswers, async () =>
    ok(await metrics.text(store, await readiness())),
  );
  const metricsRoutes: Record<Operated["metricsFor"], PublicRoute[]> = {
    public: [metricsRoute],
    loopback: [{ ...metricsRoute, isFor: isLocal }],
    off: [],
  };
  return [
    publicRoute("/healthz", jsonType, { 200: json(health) }, async () =>
      ok({ status: "ok", version }),
    ),
    publicRoute("/readyz", jsonType, { 200: json(readyState), 503: json(readyState) }, async () => {
      const { isReady, detail } = await readiness();
      // This is not a refusal, because the client asked for the readiness and gets it.
      return isReady
        ? ok({ status: "ready", detail })
        : ({ status: 503, body: { status: "unavailable", detail } } as const);
    }),
    ...metricsRoutes[metricsFor],
  ];
}
