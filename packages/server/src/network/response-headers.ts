import cors from "@koa/cors";
import helmet from "koa-helmet";
import type { Middleware } from "koa";

/**
 * What browsers are told about every answer. Nothing is shown in a frame or read by other sites; pages of the
 * server's own have scripts and styles in files of the server's own.
 */
export const securityHeaders = (): Middleware =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
    // For whoever speaks TLS, a proxy, to promise: it would bind all other servers of that host name too.
    strictTransportSecurity: false,
  });

const preflightSeconds = 600;

/**
 * Lets pages of these origins use the API with a token. Cookies, of which there are none, are not asked for.
 * @param origins as browsers write them; none for nobody
 */
export function crossOrigin(origins: readonly string[]): Middleware | undefined {
  if (origins.length === 0) return undefined;
  return cors({
    origin: (ctx) => (origins.includes(ctx.get("Origin")) ? ctx.get("Origin") : ""),
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: ["Authorization", "Content-Type"],
    exposeHeaders: ["Link", "X-Total-Count", "X-Request-Id", "Retry-After"],
    maxAge: preflightSeconds,
  });
}
