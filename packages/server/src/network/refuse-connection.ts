/**
 * Answers requests that Node can't parse, or that never end, in the same form as other errors of the API. Node itself
 * would only send a status.
 */
import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { errorCode } from "@outlay/files";
import type { OnRequest } from "../operating/observe-requests.ts";

interface ConnectionRefusal {
  status: number;
  detail: string;
}

const tooSlow = { status: 408, detail: "The request took too long to arrive." };

/** The refusals by the codes of Node's errors. */
const refusals = new Map<string | undefined, ConnectionRefusal>([
  ["ERR_HTTP_REQUEST_TIMEOUT", tooSlow],
  ["HPE_HEADER_OVERFLOW", { status: 431, detail: "The request's header is too large." }],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", { status: 413, detail: "The body's chunks are too large." }],
]);

const malformed = { status: 400, detail: "The request is not valid HTTP." };

/** Checks whether the client has closed the connection, so that it can't get a response. */
const isGone = (code: string | undefined) => code === "ECONNRESET" || code === "EPIPE";

// Returns the response being written on a connection. Node keeps it in this property, and offers no other access to it.
const answerOn = (socket: Socket) =>
  (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage ?? undefined;

function textOf({ status, detail }: ConnectionRefusal, requestId: string): string {
  const body = JSON.stringify({ detail });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Date: ${new Date().toUTCString()}`,
    `X-Request-Id: ${requestId}`,
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}

/** Sends the refusal, unless a response is already being written, and closes the connection. */
function refuseNow(socket: Socket, refusal: ConnectionRefusal, onRequest: OnRequest): void {
  const answer = answerOn(socket);
  if (!socket.writable || answer?.headersSent) {
    socket.destroySoon();
    return;
  }
  // A request in progress is logged when it ends, so only unknown requests are logged here.
  const known = answer?.getHeader("X-Request-Id");
  const requestId = typeof known === "string" ? known : randomUUID();
  if (known === undefined) {
    const { status } = refusal;
    const unknown = { method: "none", route: "none", userId: undefined };
    onRequest({ requestId, ...unknown, status, tookMs: 0, isCut: false });
  }
  socket.write(textOf(refusal, requestId));
  socket.destroySoon();
}

function refuse(socket: Socket, refusal: ConnectionRefusal, onRequest: OnRequest): void {
  const answer = answerOn(socket);
  const now = () => refuseNow(socket, refusal, onRequest);
  // The error came after a complete request, so the refusal is sent after the response to that request.
  if (answer?.req.complete && !answer.writableFinished) answer.once("finish", now);
  else now();
}

export interface ConnectionRefusals {
  /**
   * Refuses a request without a host (RFC 9112, 3.2).
   * @returns whether the request was refused
   */
  lacksHost: (request: IncomingMessage) => boolean;
  /** Disconnects a client whose body arrives too slowly. */
  cut: (request: IncomingMessage) => void;
}

/** @param onRequest receives the requests that nothing else logs */
export function refuseConnections(server: Server, onRequest: OnRequest): ConnectionRefusals {
  server.on("clientError", (error, socket) => {
    const code = errorCode(error);
    if (isGone(code)) socket.destroy();
    else refuse(socket as Socket, refusals.get(code) ?? malformed, onRequest);
  });
  server.on("connect", (_request, socket) => {
    const detail = 'Method "CONNECT" not allowed.';
    refuse(socket as Socket, { status: 405, detail }, onRequest);
  });
  return {
    lacksHost({ headers, httpVersion, socket }) {
      const lacksIt = headers.host === undefined && httpVersion === "1.1";
      if (lacksIt)
        refuse(socket, { status: 400, detail: "The request has no Host header." }, onRequest);
      return lacksIt;
    },
    cut: ({ socket }) => refuse(socket, tooSlow, onRequest),
  };
}
