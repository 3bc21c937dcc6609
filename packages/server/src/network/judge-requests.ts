import { hostname } from "node:os";
import type { Context, Middleware } from "koa";
import { forbidden } from "../domain/refusal.ts";
import { isLoopback } from "../middleware/is-local.ts";

export interface Judged {
  /** The origins whose pages may use the API. */
  corsOrigins: readonly string[];
  trustedProxies: number;
  /** The host that the server listens on. */
  host: string;
}

/** The host name in a `Host` header or an origin, without its port. */
const nameIn = (host: string) => host.replace(/:\d*$/, "").toLowerCase();

const isAddress = (name: string) => /^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(name);

/** Names that nobody can own and point to this machine. */
const isNobodysName = (name: string) =>
  !name.includes(".") || /\.(?:localhost|internal)\.?$/.test(name);

/**
 * Returns a function that tells whether a name is the server's own, or one that nobody else can
 * point here.
 */
function nameJudge(names: ReadonlySet<string>): (host: string) => boolean {
  // Nearly all requests to a server use the same name.
  const last = { host: "", isKnown: true };
  return (host) => {
    if (host === last.host) return last.isKnown;
    const name = nameIn(host);
    const isKnown = isAddress(name) || isNobodysName(name) || names.has(name);
    Object.assign(last, { host, isKnown });
    return isKnown;
  };
}

/** Browsers mark requests made by pages of other sites; other clients send no such header. */
function isOfForeignPage(ctx: Context): boolean {
  const { "sec-fetch-site": site, origin } = ctx.headers;
  if (site === undefined && origin === undefined) return false;
  // A user who follows a link sees the answer; the page with the link doesn't.
  const isLink = ctx.get("sec-fetch-mode") === "navigate" && ["GET", "HEAD"].includes(ctx.method);
  if (site !== undefined) return !isLink && site !== "same-origin" && site !== "none";
  return (
    origin !== undefined &&
    origin.replace(/^https?:\/\//, "").toLowerCase() !== ctx.get("host").toLowerCase()
  );
}

/**
 * Refuses requests that a browser sends for pages of other sites: otherwise any page could create
 * accounts here, or lock somebody out with wrong passwords, even though it never sees an answer.
 * @throws Refusal foreign_request, unknown_host
 */
export function judgeRequests({ corsOrigins, trustedProxies, host }: Judged): Middleware {
  const isKnown = nameJudge(new Set([host, hostname()].map((name) => name.toLowerCase())));
  return (ctx, next) => {
    // A page of another site could point its own name to this server; for a browser on this machine
    // all of that page's requests would then have our origin. Behind a proxy, names are the proxy's
    // business.
    if (trustedProxies === 0 && !isKnown(ctx.headers.host ?? "") && isLoopback(ctx.req)) {
      throw forbidden(
        "unknown_host",
        `This server isn't known as ${JSON.stringify(ctx.get("host"))}. Use its address. Behind a proxy, start it with OUTLAY_TRUST_PROXY=on (--trust-proxy 1).`,
      );
    }
    if (isOfForeignPage(ctx) && !corsOrigins.includes(ctx.get("origin"))) {
      throw forbidden(
        "foreign_request",
        "This request comes from a page of another site. To allow that site, add it to OUTLAY_CORS_ORIGIN.",
      );
    }
    return next();
  };
}
