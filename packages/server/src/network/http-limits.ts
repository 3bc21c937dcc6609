import type { Server, ServerOptions } from "node:http";
import type { BodyLimits } from "./bodies-under-way.ts";

/** The time that clients may take, and how many there may be. */
export interface HttpLimits extends BodyLimits {
  /** The time from connecting, or from the request's first byte, to the end of its header. */
  headersTimeoutMs: number;
  /** The time to the end of its body: enough for 16 MiB at a megabit a second. */
  requestTimeoutMs: number;
  /** The interval at which these two are checked. */
  checkEveryMs: number;
  /** The time between two requests; longer than the minute for which proxies keep connections. */
  keepAliveMs: number;
  /**
   * The time without any reading or writing, so that clients that don't take the answer are cut off
   * too.
   */
  idleMs: number;
  maxHeaderBytes: number;
  /** Far more than needed; connections beyond that are closed at once. */
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
  // Room for four of the largest imports.
  maxBodiesBytes: 64 * 1024 * 1024,
  bodyGraceMs: 10_000,
  minBodyBytesPerSecond: 16 * 1024,
};

/** The options that a server is created with. */
export const optionsOf = (limits: HttpLimits): ServerOptions => ({
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  connectionsCheckingInterval: limits.checkEveryMs,
  keepAliveTimeout: limits.keepAliveMs,
  maxHeaderSize: limits.maxHeaderBytes,
  // Node's own refusal has no body; `judge-request.ts` sends one.
  requireHostHeader: false,
});

/** Sets the limits that can only be set on an existing server. */
export function limitConnections(server: Server, limits: HttpLimits): void {
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.idleMs;
  // Without it, a client that closes its half of the connection after its request (RFC 9112, 9.6)
  // gets no answer, though the request is carried out. Node has had this property since its first
  // versions but doesn't document it.
  Object.assign(server, { httpAllowHalfOpen: true });
}
