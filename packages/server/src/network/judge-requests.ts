import { hostname } from "node:os";
import type { Context, Middleware } from "koa";
import { foreignRequest } from "../domain/refusal.ts";
import { isLoopback } from "../middleware/is-local.ts";

export interface Judged {
  /** The origins whose pages may use the API. */
  corsOrigins: readonly string[];
  trustedProxies: number;
  /** Where the server listens. */
  host: string;
}

/** The name in a `Host` or an origin, without its port. */
const nameIn = (host: string) => host.replace(/:\d*$/, "").toLowerCase();

const isAddress = (name: string) => /^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(name);

/** Names that nobody can have of their own and let lead to this machine. */
const isNobodysName = (name: string) =>
  !name.includes(".") || /\.(?:localhost|internal)\.?$/.test(name);

/** Whether a name is this server's own, or one that nobody else can let lead here. */
function nameJudge(names: ReadonlySet<string>): (host: string) => boolean {
  // Nearly all requests of a server name it alike.
  const last = { host: "", isKnown: true };
  return (host) => {
    if (host === last.host) return last.isKnown;
    const name = nameIn(host);
    const isKnown = isAddress(name) || isNobodysName(name) || names.has(name);
    Object.assign(last, { host, isKnown });
    return isKnown;
  };
}

/** Browsers say of a request that another site's page has made it; other clients say nothing. */
function isOfForeignPage(ctx: Context): boolean {
  const { "sec-fetch-site": site, origin } = ctx.headers;
  if (site === undefined && origin === undefined) return false;
  // Somebody who follows a link sees what is there, and the page with the link doesn't.
  const isLink = ctx.get("sec-fetch-mode") === "navigate" && ["GET", "HEAD"].includes(ctx.method);
  if (site !== undefined) return !isLink && site !== "same-origin" && site !== "none";
  return (
    origin !== undefined &&
    origin.replace(/^https?:\/\//, "").toLowerCase() !== ctx.get("host").toLowerCase()
  );
}

/**
 * Refuses what a browser does for pages of others: without it any page could make accounts here, or lock somebody out
 * with wrong passwords, though it never sees an answer.
 * @throws Refusal foreign_request
 */
export function judgeRequests({ corsOrigins, trustedProxies, host }: Judged): Middleware {
  const isKnown = nameJudge(new Set([host, hostname()].map((name) => name.toLowerCase())));
  return (ctx, next) => {
    // A browser on this machine could ask so for a page of somebody else, whose name leads here: then all that the page
    // does is of one origin with us. Where a proxy is between, names are its business.
    if (trustedProxies === 0 && !isKnown(ctx.headers.host ?? "") && isLoopback(ctx.req)) {
      throw foreignRequest(
        `This server isn't known as ${JSON.stringify(ctx.get("host"))}. Use its address, or set OUTLAY_TRUST_PROXY if it runs behind a proxy.`,
      );
    }
    if (isOfForeignPage(ctx) && !corsOrigins.includes(ctx.get("origin"))) {
      throw foreignRequest(
        "This request comes from a page of another site. To allow that site, add it to OUTLAY_CORS_ORIGIN.",
      );
    }
    return next();
  };
}
