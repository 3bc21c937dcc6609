/**
 * The protection of a listening server, which the application inside the client doesn't need.
 */
import type { IncomingMessage } from "node:http";
import { availableParallelism } from "node:os";
import type { Middleware } from "koa";
import type { ServerConfig } from "../config/config.ts";
import { isLocal } from "../middleware/is-local.ts";
import { throttled } from "../domain/refusal.ts";
import { type Passwords, steadyPasswords } from "../security/passwords.ts";
import { passwordWorkers } from "../security/password-workers.ts";
import { type Throttle, unthrottled } from "../security/throttle.ts";
import { madeWorkFactor } from "../security/work-factor.ts";
import { BodiesUnderWay } from "./bodies-under-way.ts";
import { locateClients } from "./client-address.ts";
import { FairTurns } from "./fair-turns.ts";
import type { HttpLimits } from "./http-limits.ts";
import { judgeRequests } from "./judge-requests.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { networkOf } from "./network-of.ts";
import { crossOrigin, securityHeaders } from "./response-headers.ts";

const maxThreads = 4;
const soonMs = 1000;
const tooMany = () => throttled(soonMs);

/** The maximum number of passwords that may wait for one address and in all, which is a minute's work of one thread. */
const maxAtPlace = 128;
const maxWaiting = 1024;

export interface Protection {
  passwords: Passwords;
  throttle: Throttle;
  bodies: BodiesUnderWay;
  /** Whether a request comes from a program on this machine. */
  isLocal: (request: IncomingMessage) => boolean;
  /** Middleware that runs first, before anything that can fail. */
  outside: Middleware[];
  /** Middleware that refuses requests from other sites. */
  inside: Middleware[];
  /** Disconnects clients whose bodies arrive too slowly. */
  cutSlow(cut: (request: IncomingMessage) => void): void;
  /** Starts the password threads, which otherwise start with their first job. */
  startThreads(): Promise<void>;
  stop(): Promise<void>;
}

type ProtectionConfig = Pick<
  ServerConfig,
  "isRateLimited" | "trustedProxies" | "corsOrigins" | "host"
>;

export function protect(
  config: ProtectionConfig,
  limits: HttpLimits,
  report: (message: string) => void,
): Protection {
  const { isRateLimited, trustedProxies, corsOrigins } = config;
  // Leaves one processor for the requests.
  const threads = Math.min(maxThreads, Math.max(1, availableParallelism() - 1));
  const bcrypt = passwordWorkers({ threads, maxWaiting, refusal: tooMany });
  const turns = new FairTurns({ atOnce: threads, maxAtPlace, maxWaiting, refusal: tooMany });
  const inTurn: Throttle["inTurn"] = (address, work) => turns.take(networkOf(address), work);
  const cors = crossOrigin(corsOrigins);
  const bodies = new BodiesUnderWay(limits, () => performance.now());
  let timer: NodeJS.Timeout | undefined;
  return {
    passwords: steadyPasswords(bcrypt),
    throttle: isRateLimited
      ? limitAttempts(inTurn)
      : { ...unthrottled, inTurn, attempt: ({ address }, compare) => inTurn(address, compare) },
    bodies,
    // Behind a proxy, requests from this machine are the proxy's, whatever headers they have.
    isLocal: trustedProxies > 0 ? () => false : isLocal,
    outside: [
      ...(trustedProxies > 0 ? [locateClients(trustedProxies)] : []),
      securityHeaders(),
      ...(cors ? [cors] : []),
    ],
    inside: [judgeRequests(config, report)],
    cutSlow(cut) {
      timer = setInterval(() => bodies.slow().forEach(cut), limits.checkEveryMs).unref();
    },
    async startThreads() {
      // Starts as many jobs as there are threads, so that each thread gets one. A thread is ready when its job is done.
      const jobs = Array.from({ length: threads }, () => bcrypt.hash("", madeWorkFactor));
      await Promise.all(jobs);
    },
    async stop() {
      clearInterval(timer);
      await bcrypt.stop();
    },
  };
}
