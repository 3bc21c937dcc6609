import type { Server, ServerOptions } from "node:http";
import type { BodyLimits } from "./bodies-under-way.ts";

/** How long clients may take, and how many there may be. */
export interface HttpLimits extends BodyLimits {
  /** From connecting, or the request's first byte, to the end of its header. */
  headersTimeoutMs: number;
  /** To the end of its body: 16 MiB at a megabit a second. */
  requestTimeoutMs: number;
  /** How often these two are looked after. */
  checkEveryMs: number;
  /** Between two requests; longer than the minute for which proxies keep connections. */
  keepAliveMs: number;
  /** Nothing is read or written meanwhile: who doesn't take the answer is cut too. */
  idleMs: number;
  maxHeaderBytes: number;
  /** Far more than are needed; those beyond are closed at once. */
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
  // Four of the largest imports fit.
  maxBodiesBytes: 64 * 1024 * 1024,
  bodyGraceMs: 10_000,
  minBodyBytesPerSecond: 16 * 1024,
};

/** What a server has to be made with. */
export const optionsOf = (limits: HttpLimits): ServerOptions => ({
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  connectionsCheckingInterval: limits.checkEveryMs,
  keepAliveTimeout: limits.keepAliveMs,
  maxHeaderSize: limits.maxHeaderBytes,
  // Node's own refusal has no body; `judge-request.ts` has one.
  requireHostHeader: false,
});

/** What can only be set on a server. */
export function limitConnections(server: Server, limits: HttpLimits): void {
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.idleMs;
  // Without it, who closes his half of the connection once he has asked (RFC 9112, 9.6) gets no answer, though
  // what he asked for is done. Node has had this property since its first versions, but doesn't describe it.
  Object.assign(server, { httpAllowHalfOpen: true });
}
