import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getHeapStatistics } from "node:v8";
import { errorCode } from "@outlay/files";
import type Koa from "koa";
import { closerOf } from "./closer-of.ts";
import type { ServerConfig } from "../config/config.ts";
import { createApp } from "../create-app.ts";
import { createServerContext } from "../create-server-context.ts";
import type { LogFault } from "../middleware/write-errors.ts";
import { closeWhen } from "../middleware/close-when.ts";
import type { OnRequest } from "../operating/observe-requests.ts";
import { loadAhead } from "../operating/load-ahead.ts";
import { operate } from "../operating/operate.ts";
import { recordLimits } from "../config/record-limits.ts";
import { PortUnavailable } from "./port-unavailable.ts";
import { continueWhenRead } from "../network/continue-when-read.ts";
import type { Store } from "../store/store.ts";
import {
  type HttpLimits,
  httpLimits,
  limitConnections,
  optionsOf,
} from "../network/http-limits.ts";
import type { Protection } from "../network/protect.ts";
import { refuseConnections } from "../network/refuse-connection.ts";

export interface ServerOptions {
  /** A description of this process, which other processes see if they find the data folder in use. */
  label: string;
  clock: () => Date;
  logFault: LogFault;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  /** The limits on connections; by default those of a server on a network. */
  limits?: HttpLimits;
  onRequest?: OnRequest;
}

export interface RunningServer {
  url: string;
  /**
   * Loads everything that may be needed later, while the server is already running, so that it never reads files of its
   * package afterwards.
   */
  loadAhead(): Promise<void>;
  /** Completes the requests in progress, then releases the data. */
  stop(): Promise<void>;
}

function listen(server: Server, { host, port }: ServerConfig): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const message = `Can't listen on ${host}:${port} (${error.code}).`;
      reject(new PortUnavailable(message, { cause: error }));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

interface Serving {
  limits: HttpLimits;
  protection: Protection;
  /** Receives the requests that no middleware sees. */
  onUnread: OnRequest;
}

function serverFor(app: Koa, { limits, protection, onUnread }: Serving): Server {
  const server = createServer(optionsOf(limits));
  const { lacksHost, cut } = refuseConnections(server, onUnread);
  const handle = app.callback();
  const answerTo: RequestListener = (request, response) => void handle(request, response);
  const listener: RequestListener = (request, response) => {
    if (!lacksHost(request)) answerTo(request, response);
  };
  server.on("request", listener);
  continueWhenRead(server, listener);
  protection.cutSlow(cut);
  limitConnections(server, limits);
  return server;
}

/**
 * Returns the server's address on this machine. A server that listens on all addresses is reached over loopback.
 */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === "0.0.0.0") return `http://127.0.0.1:${port}`;
  if (address === "::") return `http://[::1]:${port}`;
  return family === "IPv6" ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

/**
 * Tells other processes on this machine the server's address. The server runs even if this fails, for example on a
 * full disk.
 */
async function announce(
  store: Store,
  url: string | null,
  report: (message: string) => void,
): Promise<void> {
  const what = url === null ? "that the server stops" : "where the server listens";
  await store.announce(url).catch((error: unknown) => {
    const reason = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
    report(`Other processes could not be told ${what} (${reason}).`);
  });
}

/**
 * Locks the data folder, and starts to listen.
 * @throws DataDamaged, StorageUnavailable (if another process uses the folder), PortUnavailable
 */
export async function startServer(
  config: ServerConfig,
  { label, clock, logFault, report, onRequest, limits = httpLimits }: ServerOptions,
): Promise<RunningServer> {
  // This module is imported only here, because `outlay add` loads the rest of the server, but doesn't listen.
  const { protect } = await import("../network/protect.ts");
  const protection = protect(config, limits, report);
  const { dataFolder, jwtSecret, isRegistrationOpen, metrics } = config;
  const { passwords, throttle, bodies, isLocal } = protection;
  const operated = { metrics, isLocal, clock, report, onRequest, logFault };
  const { onWrite, onUnread, logOwnFault, around } = operate(operated);
  const context = await createServerContext({
    dataFolder,
    label,
    own: true,
    jwtSecret,
    isRegistrationOpen,
    limits: recordLimits(config, getHeapStatistics().heap_size_limit),
    passwords,
    throttle,
    bodies,
    isLocal,
    clock,
    report,
    onWrite,
  });
  let isStopping = false;
  const { outside, routes } = around(context.store);
  const app = createApp(context, logOwnFault, {
    inside: protection.inside,
    outside: [...protection.outside, closeWhen(() => isStopping), ...outside],
    routes,
  });
  const server = serverFor(app, { limits, protection, onUnread });
  const close = closerOf(server);
  try {
    const url = urlOf(await listen(server, config));
    await announce(context.store, url, report);
    return {
      url,
      loadAhead: () => loadAhead(() => protection.startThreads()),
      async stop() {
        isStopping = true;
        await announce(context.store, null, report);
        try {
          await close();
        } finally {
          await protection.stop();
          await context.store.close();
        }
      },
    };
  } catch (error) {
    server.close();
    await protection.stop();
    await context.store.close();
    throw error;
  }
}
