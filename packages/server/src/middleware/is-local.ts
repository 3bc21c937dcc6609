import type { IncomingMessage } from "node:http";

/** The headers by which proxies say for whom they speak. */
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

/** Whether the connection comes from this machine, perhaps from a proxy on it. */
export const isLoopback = ({ socket }: Pick<IncomingMessage, "socket">): boolean =>
  loopbackAddress.test(socket.remoteAddress ?? "");

/**
 * Whether a program on this machine asks for itself. A proxy on this machine has a loopback address
 * too, but speaks for others: then it says so in a header, or passes on the name that its client
 * asked for.
 */
export function isLocal(request: Pick<IncomingMessage, "socket" | "headers">): boolean {
  const { headers } = request;
  return (
    isLoopback(request) &&
    loopbackHost.test(headers.host ?? "") &&
    forwardingHeaders.every((name) => headers[name] === undefined)
  );
}
