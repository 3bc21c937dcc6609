import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "@outlay/files";
import { Agent, request as send } from "undici";
import {
  type ApiAnswer,
  type ApiRequest,
  type Backend,
  changesNothing,
  requestHeaders,
  retryAfterSeconds,
  Unreachable,
} from "./backend.ts";
import { noAnswer, patience } from "./patience.ts";
import { answerTooLong, answerTooSlow, readBody } from "./read-body.ts";

const longestConnectMs = 10_000;

/** If a server asks to be retried later than this, the client doesn't wait but reports it. */
const longestWaitSeconds = 5;
const maxWaits = 2;

/** Failures before anything was sent. */
const neverArrived = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const timedOut = new Set([noAnswer, "UND_ERR_BODY_TIMEOUT", answerTooSlow]);

/** Codes of a connection whose certificate was rejected, or that doesn't speak TLS at all. */
const insecureConnection = /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|EPROTO)|SELF_SIGNED/;

const hasArrived = (reason: string) =>
  !neverArrived.has(reason) && !insecureConnection.test(reason);

function reasonOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}

function messageFor(server: string, reason: string, timeoutMs: number): string {
  if (reason === answerTooLong) return `${server} sends an endless answer.`;
  if (reason === answerTooSlow) {
    return `${server} sends its answer too slowly: it wasn't complete after ${timeoutMs / 1000} s.`;
  }
  if (timedOut.has(reason)) return `${server} did not answer within ${timeoutMs / 1000} s.`;
  if (hasArrived(reason)) return `The connection to ${server} was interrupted (${reason}).`;
  return `${server} can't be reached (${reason}).`;
}

/** @param isRepeated whether the request was sent before, and may have arrived then */
function hintFor(request: ApiRequest, reason: string, isRepeated: boolean): string {
  if (!hasArrived(reason) && (!isRepeated || changesNothing(request)))
    return "Check that the server is running and that its address is right.";
  if (!changesNothing(request)) {
    return "The change may have been made anyway: check before you try again.";
  }
  return timedOut.has(reason)
    ? "Try again later, or wait longer with OUTLAY_TIMEOUT=120 (seconds)."
    : "Try again. If it happens again, check that the address is that of an Outlay server.";
}

export interface RemoteOptions {
  /** How long the server may take to answer, including a retry, or to continue an answer. */
  timeoutMs: number;
  /** Waits before a request is repeated. */
  pause?: (ms: number) => Promise<unknown>;
  /** A monotonic clock, in milliseconds. */
  now?: () => number;
}

interface Try {
  server: string;
  dispatcher: Agent;
  timeoutMs: number;
  /** The time since the request was first sent. */
  elapsedMs: () => number;
}

async function sendOnce(
  request: ApiRequest,
  accessToken: string | undefined,
  { server, dispatcher, timeoutMs, elapsedMs }: Try,
): Promise<ApiAnswer> {
  const { signal, onBytes, end } = patience(timeoutMs, elapsedMs);
  try {
    const { statusCode, headers, body } = await send(server + request.path, {
      dispatcher,
      signal,
      method: request.method,
      headers: requestHeaders(request, accessToken),
      body: request.body === undefined ? null : JSON.stringify(request.body),
    });
    onBytes(0);
    const text = await readBody(body, { timeoutMs, elapsedMs, onBytes });
    return { status: statusCode, headers, body: text };
  } finally {
    end();
  }
}

/** A server on the network. */
export function openRemote(
  server: string,
  { timeoutMs, pause = wait, now = () => performance.now() }: RemoteOptions,
): Backend {
  const dispatcher = new Agent({
    // Shorter than the time for the answer, so that a timeout here shows that nothing was sent.
    connect: { timeout: Math.min(longestConnectMs, timeoutMs / 2) },
    // This timeout is enforced here, where it covers a retry as well.
    headersTimeout: 0,
    bodyTimeout: timeoutMs,
  });

  const unreachable = (request: ApiRequest, error: unknown, isRepeated: boolean): Unreachable => {
    const reason = reasonOf(error);
    const known = {
      canBeRepeated: request.isRepeatable || !hasArrived(reason),
      mayHaveArrived: !changesNothing(request) && (isRepeated || hasArrived(reason)),
    };
    return new Unreachable(messageFor(server, reason, timeoutMs), known, {
      hint: hintFor(request, reason, isRepeated),
      cause: error,
    });
  };

  /** Retries once if the answer got lost and repeating does no harm. Both attempts share one time limit. */
  const sendSafely = async (request: ApiRequest, accessToken: string | undefined) => {
    const startMs = now();
    const each = { server, dispatcher, timeoutMs, elapsedMs: () => now() - startMs };
    try {
      return await sendOnce(request, accessToken, each);
    } catch (error) {
      const reason = reasonOf(error);
      const isLost = hasArrived(reason) && !timedOut.has(reason) && reason !== answerTooLong;
      const isWorthRepeating = request.isRepeatable && isLost;
      if (!isWorthRepeating) throw unreachable(request, error, false);
    }
    try {
      return await sendOnce(request, accessToken, each);
    } catch (error) {
      throw unreachable(request, error, true);
    }
  };

  return {
    async send(request, accessToken) {
      for (let waits = 0; ; waits += 1) {
        const answer = await sendSafely(request, accessToken);
        if (answer.status !== 429 || !request.isRepeatable || waits === maxWaits) return answer;
        const seconds = retryAfterSeconds(answer);
        if (seconds === undefined || seconds > longestWaitSeconds) return answer;
        await pause(seconds * 1000);
      }
    },
    // Does not wait for a request that was interrupted.
    close: () => dispatcher.destroy(),
  };
}
