import type { Surroundings } from "../create-app.ts";
import type { IncomingMessage } from "node:http";
import type { Store } from "../store/store.ts";
import type { OnWrite } from "../store/store-figures.ts";
import { faultText } from "./fault-text.ts";
import { createMetrics } from "./metrics.ts";
import { observeRequests, type OnRequest } from "./observe-requests.ts";
import type { OperatingConfig } from "./operating-config.ts";
import { operatorRoutes } from "./operator-routes.ts";
import { readinessOf } from "./readiness.ts";

export interface OperateOptions extends Pick<OperatingConfig, "metrics"> {
  clock: () => Date;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
  onRequest?: OnRequest | undefined;
  isLocal: (request: IncomingMessage) => boolean;
}

/** What those who run a server see of it. */
export interface Operation {
  /** For the store, which is there before anything can be answered. */
  onWrite: OnWrite;
  /** For those that no middleware has seen. */
  onUnread: OnRequest;
  around: (store: Store) => Pick<Surroundings, "outside" | "routes">;
}

export function operate({
  metrics: metricsFor,
  clock,
  report,
  onRequest,
  isLocal,
}: OperateOptions): Operation {
  const metrics = createMetrics();
  const onEnd: OnRequest = (request) => {
    metrics.onRequest(request);
    onRequest?.(request);
  };
  const around = (store: Store): ReturnType<Operation["around"]> => {
    const readiness = readinessOf({
      checkWritable: () => store.checkWritable(),
      clock,
      onChange({ isReady, detail }, error) {
        report(isReady ? "The data can be written again." : `${detail} ${faultText(error)}`);
      },
    });
    const routes = operatorRoutes({ store, readiness, metrics, metricsFor, isLocal });
    return { outside: [observeRequests(onEnd)], routes };
  };
  return { onWrite: metrics.onWrite, onUnread: onEnd, around };
}
