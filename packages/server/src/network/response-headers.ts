import cors from "@koa/cors";
import helmet from "koa-helmet";
import type { Middleware } from "koa";

/**
 * Security headers of every answer. Nothing may be shown in a frame or read by other sites; the
 * server's own pages have scripts and styles in files of the server itself.
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
    // A proxy that terminates TLS has to promise this: it would bind all other servers of that host
    // name too.
    strictTransportSecurity: false,
  });

const preflightSeconds = 600;

/**
 * Lets pages of these origins use the API with a token. Cookies aren't allowed, as there are none.
 * @param origins as browsers write them; an empty list allows nobody
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
