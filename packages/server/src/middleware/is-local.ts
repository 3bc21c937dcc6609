import type { IncomingMessage } from "node:http";

/** The headers in which proxies name the client of a request. */
const forwardingHeaders = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

const loopbackAddress = /^(?:::ffff:)?127\.|^::1$/;
const loopbackHost = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/** Checks whether the connection comes from this machine, possibly from a proxy on it. */
export const isLoopback = ({ socket }: Pick<IncomingMessage, "socket">): boolean =>
  loopbackAddress.test(socket.remoteAddress ?? "");

/**
 * Checks whether a request is from a program on this machine itself. A proxy on this machine has a loopback address
 * too, but sends requests of others. It is recognised by its headers, or by the host name that its client used.
 */
export function isLocal(request: Pick<IncomingMessage, "socket" | "headers">): boolean {
  const { headers } = request;
  return (
    isLoopback(request) &&
    loopbackHost.test(headers.host ?? "") &&
    forwardingHeaders.every((name) => headers[name] === undefined)
  );
}
