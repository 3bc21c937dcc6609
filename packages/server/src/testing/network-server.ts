/** A listening server with all of its protection; each test has its own. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { readConfig } from "../config/config.ts";
import { type HttpLimits, httpLimits } from "../network/http-limits.ts";
import type { ObservedRequest } from "../operating/observe-requests.ts";
import { startServer } from "../serving/start-server.ts";
import { newFolder } from "@outlay/testing";

/**
 * @param env settings by their variables
 * @param limits those that differ from a server's
 */
export async function testServer(
  env: Record<string, string> = {},
  limits: Partial<HttpLimits> = {},
) {
  const folder = await newFolder();
  const faults: unknown[] = [];
  const requests: ObservedRequest[] = [];
  const reports: string[] = [];
  const server = await startServer(readConfig({ OUTLAY_PORT: "0", ...env }, folder), {
    label: "test",
    clock: () => new Date(),
    logFault: ({ error }) => faults.push(error),
    report: (message) => reports.push(message),
    onRequest: (request) => requests.push(request),
    limits: { ...httpLimits, ...limits },
  });
  onTestFinished(() => server.stop());
  const port = Number(new URL(server.url).port);

  return {
    url: server.url,
    faults,
    /** The finished requests, as the log has them. */
    requests,
    /** The messages to the operator. */
    reports,

    /** Posts JSON, as a client for which a proxy adds headers. */
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(server.url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),

    /**
     * A connection on which some text has been sent.
     * @param localAddress the client's address: on this machine, all that begin with 127 work
     */
    connect: async (said: string, localAddress?: string): Promise<Socket> => {
      const where = localAddress === undefined ? {} : { localAddress };
      const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, ...where });
      onTestFinished(() => {
        socket.destroy();
      });
      await once(socket, "connect");
      if (said !== "") socket.write(said);
      return socket;
    },
  };
}

/** All text that a server sends on a connection before closing it. */
export const allSaidOn = (socket: Socket): Promise<string> => text(socket);

/** The status of a raw answer, and the fields that the API's errors have. */
export async function refusalOn(socket: Socket) {
  const said = await allSaidOn(socket);
  const [lines = "", body = ""] = said.split("\r\n\r\n");
  return {
    status: Number(lines.slice(9, 12)),
    detail: (JSON.parse(body) as { detail: string }).detail,
    requestId: /^X-Request-Id: ([0-9a-f-]{36})$/m.exec(lines)?.[1],
    isJson: /^Content-Type: application\/json; charset=utf-8$/m.test(lines),
    isWhole: lines.includes(`Content-Length: ${Buffer.byteLength(body)}`),
  };
}
