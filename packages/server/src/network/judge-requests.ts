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

/** Returns the host name in a `Host` header or an origin, without its port. */
const nameIn = (host: string) => host.replace(/\.?(?::\d*)?$/, "").toLowerCase();

const isAddress = (name: string) => /^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(name);

/** Recognises names that nobody can register to point to this machine. */
const isNobodysName = (name: string) =>
  !name.includes(".") || /\.(?:localhost|internal)$/.test(name);

/**
 * Returns a function that checks whether a name is the server's own, or one that nobody else can point
 * to this machine.
 */
function nameJudge(names: ReadonlySet<string>): (host: string) => boolean {
  // Remembers the last name, because nearly all requests to a server use the same one.
  const last = { host: "", isKnown: true };
  return (host) => {
    if (host === last.host) return last.isKnown;
    const name = nameIn(host);
    const isKnown = isAddress(name) || isNobodysName(name) || names.has(name);
    Object.assign(last, { host, isKnown });
    return isKnown;
  };
}

/** Checks whether a page of another site made the request. Browsers mark such requests; other clients send no such headers. */
function isOfForeignPage(ctx: Context): boolean {
  const { "sec-fetch-site": site, origin } = ctx.headers;
  if (site === undefined && origin === undefined) return false;
  // A user may follow a link: the response is shown to the user, but not to the page with the link.
  const isLink = ctx.get("sec-fetch-mode") === "navigate" && ["GET", "HEAD"].includes(ctx.method);
  if (site !== undefined) return !isLink && site !== "same-origin" && site !== "none";
  return (
    origin !== undefined &&
    origin.replace(/^https?:\/\//, "").toLowerCase() !== ctx.get("host").toLowerCase()
  );
}

/**
 * Refuses requests that a browser sends for pages of other sites. Otherwise any page could create accounts here, or
 * lock users out with wrong passwords, even though it can't read the responses.
 * @param report tells the operator once of an unknown host name, since a proxy may be the reason
 * @throws Refusal foreign_request, unknown_host
 */
export function judgeRequests(
  { corsOrigins, trustedProxies, host }: Judged,
  report: (message: string) => void,
): Middleware {
  let isReported = false;
  const reportUnknownHost = () => {
    if (isReported) return;
    isReported = true;
    report(
      "A request under a host name that isn't the server's was refused (403, unknown_host), and so are others like it. " +
        "Behind a proxy, start the server with OUTLAY_TRUST_PROXY=on.",
    );
  };
  const isKnown = nameJudge(new Set([host, hostname()].map((name) => name.toLowerCase())));
  return (ctx, next) => {
    // A page of another site could point its own name to this server. In a browser on this machine, all requests of
    // that page would then have the server's own origin. Behind a proxy, it is the proxy that must check names.
    if (trustedProxies === 0 && !isKnown(ctx.headers.host ?? "") && isLoopback(ctx.req)) {
      reportUnknownHost();
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
