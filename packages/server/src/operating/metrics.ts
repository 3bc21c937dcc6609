import { accountPaths } from "@outlay/shared";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { version } from "../../package.json";
import type { Store } from "../store/store.ts";
import type { OnWrite } from "../store/store-figures.ts";
import type { ObservedRequest, OnRequest } from "./observe-requests.ts";
import type { Readiness } from "./readiness.ts";

export interface Metrics {
  onRequest: OnRequest;
  onWrite: OnWrite;
  /** All metrics in Prometheus's text format. */
  text: (store: Store, readiness: Readiness) => Promise<string>;
  contentType: string;
}

const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** The buckets for write times in seconds: from a fast sync to a failing disk. */
const writeBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** The methods that are used as labels. Clients can send any method, so others are counted together. */
const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Caches a value for each key, because the metrics library would search for it every time. */
function remembered<Made>(make: (...key: string[]) => Made): (...key: string[]) => Made {
  const all = new Map<string, Made>();
  return (...key) => {
    const name = key.join(" ");
    let made = all.get(name);
    if (made === undefined) {
      made = make(...key);
      all.set(name, made);
    }
    return made;
  };
}

function requestMetrics(registers: Registry[]): OnRequest {
  const requests = new Counter({
    name: "outlay_http_requests_total",
    help: "Finished requests.",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "outlay_http_request_duration_seconds",
    help: "Time from a request's headers until its response is sent.",
    labelNames: ["method", "route"],
    buckets: requestBuckets,
    registers,
  });
  const loginFailures = new Counter({
    name: "outlay_login_failures_total",
    help: "Logins with a wrong user name or password.",
    registers,
  });
  const counterOf = remembered((...labels) => requests.labels(...labels));
  const timerOf = remembered((...labels) => durations.labels(...labels));
  return ({ method: given, route, status, tookMs }: ObservedRequest) => {
    const method = methods.has(given) ? given : "other";
    counterOf(method, route, String(status)).inc();
    timerOf(method, route).observe(tookMs / 1000);
    if (route === accountPaths.token && status === 401) loginFailures.inc();
  };
}

function writeMetrics(registers: Registry[]): OnWrite {
  const durations = new Histogram({
    name: "outlay_store_write_duration_seconds",
    help: "Time to write a group of changes to the journal and sync it.",
    buckets: writeBuckets,
    registers,
  });
  const changes = new Counter({
    name: "outlay_store_changes_total",
    help: "Changes written to the disk.",
    registers,
  });
  const failures = new Counter({
    name: "outlay_store_write_failures_total",
    help: "Groups of changes that could not be written.",
    registers,
  });
  return ({ tookMs, changes: kept }) => {
    durations.observe(tookMs / 1000);
    changes.inc(kept);
    if (kept === 0) failures.inc();
  };
}

function storeMetrics(registers: Registry[]) {
  const records = new Gauge({
    name: "outlay_store_records",
    help: "Stored records, including those in the trash.",
    labelNames: ["kind"],
    registers,
  });
  const bytes = new Gauge({
    name: "outlay_store_bytes",
    help: "Size of the snapshot, and of the journals that aren't folded into it yet.",
    labelNames: ["file"],
    registers,
  });
  const ready = new Gauge({
    name: "outlay_ready",
    help: "Whether the store can be written (1) or not (0).",
    registers,
  });
  return async (store: Store, { isReady }: Readiness): Promise<void> => {
    const sizes = await store.sizes();
    for (const [kind, count] of Object.entries(sizes.records)) records.set({ kind }, count);
    bytes.set({ file: "snapshot" }, sizes.snapshotBytes);
    bytes.set({ file: "journal" }, sizes.journalBytes);
    ready.set(isReady ? 1 : 0);
  };
}

/** Creates the server's metrics. They contain nothing about users or their records. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "outlay_build_info",
    help: "The running version.",
    labelNames: ["version"],
    registers,
  }).set({ version }, 1);
  const update = storeMetrics(registers);
  return {
    onRequest: requestMetrics(registers),
    onWrite: writeMetrics(registers),
    contentType: registry.contentType,
    async text(store, readiness) {
      await update(store, readiness);
      return registry.metrics();
    },
  };
}
