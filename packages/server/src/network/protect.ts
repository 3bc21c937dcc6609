/** What a server that listens has, and the application inside the client does without. */
import { availableParallelism } from "node:os";
import type Koa from "koa";
import type { Middleware } from "koa";
import type { ServerConfig } from "../config.ts";
import { throttled } from "../refusal.ts";
import { type Passwords, steadyPasswords } from "../security/passwords.ts";
import { passwordWorkers } from "../security/password-workers.ts";
import { type Throttle, unthrottled } from "../security/throttle.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { crossOrigin, securityHeaders } from "./response-headers.ts";

const maxThreads = 4;

/** For a quarter of a minute's work of one thread. */
const maxWaiting = 256;
const soonMs = 1000;

export interface Protection {
  passwords: Passwords;
  throttle: Throttle;
  /** Before everything that can fail. */
  middleware: Middleware[];
  /** Tells an application whose word it takes for where a client is. */
  apply(app: Koa): void;
  stop(): Promise<void>;
}

type ProtectionConfig = Pick<ServerConfig, "isRateLimited" | "trustedProxies" | "corsOrigins">;

export function protect(config: ProtectionConfig): Protection {
  const { isRateLimited, trustedProxies, corsOrigins } = config;
  const bcrypt = passwordWorkers({
    // One processor is left to requests.
    threads: Math.min(maxThreads, Math.max(1, availableParallelism() - 1)),
    maxWaiting,
    refusal: () => throttled(soonMs),
  });
  const cors = crossOrigin(corsOrigins);
  return {
    passwords: steadyPasswords(bcrypt),
    throttle: isRateLimited ? limitAttempts() : unthrottled,
    middleware: [securityHeaders(), ...(cors ? [cors] : [])],
    apply(app) {
      // Koa's client address is then the one that the outermost of our own proxies has noted: each appends to
      // the list, so what the client wrote itself comes before and isn't looked at.
      app.proxy = trustedProxies > 0;
      app.maxIpsCount = trustedProxies;
    },
    stop: () => bcrypt.stop(),
  };
}
