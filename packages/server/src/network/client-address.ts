import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Middleware } from "koa";

/**
 * The address of all clients for which a proxy sent something that isn't an address. They are counted as one client.
 */
export const unknownAddress = "unknown";

const withPort = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/;

/** Returns the address in a proxy's entry, which may include a port. */
function addressIn(entry: string): string {
  const [, v6, v4] = withPort.exec(entry) ?? [];
  const address = v6 ?? v4 ?? entry;
  return isIP(address) === 0 ? unknownAddress : address;
}

/**
 * Returns the client's address as the outermost of our own proxies has recorded it. Each proxy appends an entry to
 * the list, so entries that the client sent come earlier and are ignored. Without an entry, the result is the address
 * of the connection.
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

/** Makes the application identify clients by the addresses that the proxies have recorded. */
export const locateClients =
  (trustedProxies: number): Middleware =>
  (ctx, next) => {
    ctx.request.ip = clientAddress(ctx.req, trustedProxies);
    return next();
  };
