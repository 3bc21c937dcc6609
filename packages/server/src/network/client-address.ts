import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Middleware } from "koa";

/**
 * Stands for all clients for which a proxy sent something that isn't an address: they are counted
 * as one.
 */
export const unknownAddress = "unknown";

const withPort = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/;

/** The address in an entry written by a proxy, which may contain a port. */
function addressIn(entry: string): string {
  const [, v6, v4] = withPort.exec(entry) ?? [];
  const address = v6 ?? v4 ?? entry;
  return isIP(address) === 0 ? unknownAddress : address;
}

/**
 * The client's address as noted by the outermost of our own proxies. Each proxy appends to the
 * list, so entries that the client wrote itself come earlier and are ignored. Without an entry it
 * is the proxy's own address.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  trustedProxies: number,
): string {
  const noted = headers["x-forwarded-for"];
  if (trustedProxies === 0 || noted === undefined) return socket.remoteAddress ?? "";
  const entries = String(noted).split(",").slice(-trustedProxies);
  return addressIn((entries[0] ?? "").trim());
}

/** Lets the application identify clients by the word of the proxies. */
export const locateClients =
  (trustedProxies: number): Middleware =>
  (ctx, next) => {
    ctx.request.ip = clientAddress(ctx.req, trustedProxies);
    return next();
  };
