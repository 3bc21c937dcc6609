import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Middleware } from "koa";

/** The address of all clients of whom a proxy has said something else than an address: they are counted as one. */
export const unknownAddress = "unknown";

const withPort = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/;

/** The address in what a proxy has written, where it may have a port. */
function addressIn(entry: string): string {
  const [, v6, v4] = withPort.exec(entry) ?? [];
  const address = v6 ?? v4 ?? entry;
  return isIP(address) === 0 ? unknownAddress : address;
}

/**
 * Where a client is: the place that the outermost of our own proxies has noted. Each appends to the list, so what the
 * client wrote itself comes before and isn't looked at. Where they have noted nothing it is the proxy's own.
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

/** Lets the application know clients by what the proxies say. */
export const locateClients =
  (trustedProxies: number): Middleware =>
  (ctx, next) => {
    ctx.request.ip = clientAddress(ctx.req, trustedProxies);
    return next();
  };
