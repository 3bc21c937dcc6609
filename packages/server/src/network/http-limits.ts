import type { Server, ServerOptions } from "node:http";
import type { BodyLimits } from "./bodies-under-way.ts";

/** The limits on connections: on the time that clients may take, and on the number of connections. */
export interface HttpLimits extends BodyLimits {
  /** The time from connecting, or from the request's first byte, to the end of its header. */
  headersTimeoutMs: number;
  /** The time from there to the end of the body, enough for 16 MiB at one megabit per second. */
  requestTimeoutMs: number;
  /** The interval at which these two times are checked. */
  checkEveryMs: number;
  /** The time between two requests. It is longer than a minute, for which proxies keep connections open. */
  keepAliveMs: number;
  /**
   * The time without any data in either direction, which also disconnects clients that don't read the
   * response.
   */
  idleMs: number;
  maxHeaderBytes: number;
  /** The maximum number of connections, far more than needed. Further connections are closed at once. */
  maxConnections: number;
}

export const httpLimits: HttpLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 150_000,
  checkEveryMs: 2000,
  keepAliveMs: 65_000,
  idleMs: 120_000,
  maxHeaderBytes: 16 * 1024,
  maxConnections: 10_000,
  // Enough for four of the largest imports.
  maxBodiesBytes: 64 * 1024 * 1024,
  bodyGraceMs: 10_000,
  minBodyBytesPerSecond: 16 * 1024,
};

/** Returns the options with which a server is created. */
export const optionsOf = (limits: HttpLimits): ServerOptions => ({
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  connectionsCheckingInterval: limits.checkEveryMs,
  keepAliveTimeout: limits.keepAliveMs,
  maxHeaderSize: limits.maxHeaderBytes,
  // Node's own response has no body; `refuse-connection.ts` sends one.
  requireHostHeader: false,
});

/** Sets the limits that can only be set on an existing server. */
export function limitConnections(server: Server, limits: HttpLimits): void {
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.idleMs;
  // Without this property, a client that closes its half of the connection after its request (RFC 9112, 9.6) gets no
  // response, even though the request is carried out. Node has had it since its first versions, but doesn't document
  // it.
  Object.assign(server, { httpAllowHalfOpen: true });
}
