import type { Surroundings } from "../create-app.ts";
import type { IncomingMessage } from "node:http";
import type { LogFault } from "../middleware/write-errors.ts";
import type { Store } from "../store/store.ts";
import type { OnWrite } from "../store/store-figures.ts";
import { createMetrics } from "./metrics.ts";
import { observeRequests, type OnRequest } from "./observe-requests.ts";
import type { OperatingConfig } from "./operating-config.ts";
import { operatorRoutes } from "./operator-routes.ts";
import { readinessOf } from "./readiness.ts";
import { storageCondition } from "./storage-condition.ts";

export interface OperateOptions extends Pick<OperatingConfig, "metrics"> {
  clock: () => Date;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  onRequest?: OnRequest | undefined;
  isLocal: (request: IncomingMessage) => boolean;
  logFault: LogFault;
}

/** The parts that let operators see what the server does. */
export interface Operation {
  /** Receives the store's writes, which begin before any request can be answered. */
  onWrite: OnWrite;
  /** Receives requests that no middleware has seen. */
  onUnread: OnRequest;
  /**
   * Logs errors that are faults of the server. A full disk is a condition and not a fault, and is reported separately.
   */
  logOwnFault: LogFault;
  around: (store: Store) => Pick<Surroundings, "outside" | "routes">;
}

export function operate({
  metrics: metricsFor,
  clock,
  report,
  onRequest,
  logFault,
  isLocal,
}: OperateOptions): Operation {
  const metrics = createMetrics();
  const condition = storageCondition({ clock, report });
  const onEnd: OnRequest = (request) => {
    metrics.onRequest(request);
    onRequest?.(request);
  };
  const around = (store: Store): ReturnType<Operation["around"]> => {
    const readiness = readinessOf({
      checkWritable: () => store.checkWritable(),
      clock,
      onChange({ isReady }, error) {
        if (isReady) condition.over();
        else condition.met(error);
      },
    });
    const routes = operatorRoutes({ store, readiness, metrics, metricsFor, isLocal });
    return { outside: [observeRequests(onEnd)], routes };
  };
  const onWrite: OnWrite = (write) => {
    metrics.onWrite(write);
    if (write.changes > 0) condition.over();
  };
  const logOwnFault: LogFault = (fault) => {
    if (!condition.met(fault.error)) logFault(fault);
  };
  return { onWrite, onUnread: onEnd, logOwnFault, around };
}
