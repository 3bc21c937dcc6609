import type { IncomingMessage } from "node:http";

/** What proxies say of whom they speak for, each in its own words. */
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

/** Whether somebody on this machine is connected, or a proxy on it. */
export const isLoopback = ({ socket }: Pick<IncomingMessage, "socket">): boolean =>
  loopbackAddress.test(socket.remoteAddress ?? "");

/**
 * Whether a program on this machine asks for itself. A proxy on it has a loopback address too, but speaks for
 * others: then it says so, or it passes on the name that they asked for.
 */
export function isLocal(request: Pick<IncomingMessage, "socket" | "headers">): boolean {
  const { headers } = request;
  return (
    isLoopback(request) &&
    loopbackHost.test(headers.host ?? "") &&
    forwardingHeaders.every((name) => headers[name] === undefined)
  );
}
