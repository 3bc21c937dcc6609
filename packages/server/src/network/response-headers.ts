import cors from "@koa/cors";
import helmet from "koa-helmet";
import type { Middleware } from "koa";

/**
 * Adds security headers to every response. Nothing may be shown in a frame or read by other sites. The server's own
 * pages get scripts and styles only from the server itself.
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
    // Strict-Transport-Security is left to the proxy that terminates TLS, because it would apply to all other servers
    // under that host name too.
    strictTransportSecurity: false,
  });

const preflightSeconds = 600;

/**
 * Allows pages of these origins to use the API with a token. Cookies are not allowed, because there are none.
 * @param origins the origins as browsers write them; if the list is empty, no page is allowed
 */
export function crossOrigin(origins: readonly string[]): Middleware | undefined {
  if (origins.length === 0) return undefined;
  return cors({
    origin: (ctx) => (origins.includes(ctx.get("Origin")) ? ctx.get("Origin") : ""),
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: ["Authorization", "Content-Type"],
    exposeHeaders: ["Link", "Outlay-Home-Currency", "X-Total-Count", "X-Request-Id", "Retry-After"],
    maxAge: preflightSeconds,
  });
}
