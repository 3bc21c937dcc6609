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

/** A server that wants to be asked again later than this is not waited for: that is told instead. */
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

/** A connection that was refused for its certificate, or is no secure one at all. */
const insecureConnection = /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|EPROTO)|SELF_SIGNED/;

const hasArrived = (reason: string) =>
  !neverArrived.has(reason) && !insecureConnection.test(reason);

function reasonOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}

function messageFor(server: string, reason: string, timeoutMs: number): string {
  if (reason === answerTooLong) return `${server} sends an answer without an end.`;
  if (reason === answerTooSlow) {
    return `${server} sends its answer too slowly: it wasn't whole after ${timeoutMs / 1000} s.`;
  }
  if (timedOut.has(reason)) return `${server} did not answer within ${timeoutMs / 1000} s.`;
  if (hasArrived(reason)) return `The connection to ${server} broke off (${reason}).`;
  return `${server} can't be reached (${reason}).`;
}

/** @param isRepeated whether it was sent before, and may have arrived then */
function hintFor(request: ApiRequest, reason: string, isRepeated: boolean): string {
  if (!hasArrived(reason) && (!isRepeated || changesNothing(request)))
    return "Is the server running, and is its address right?";
  if (!changesNothing(request)) {
    return "It may have done what was asked all the same: look before you try again.";
  }
  return timedOut.has(reason)
    ? "Try again later, or give it longer: OUTLAY_TIMEOUT=120 (seconds)."
    : "Try again. If it stays so, is the address that of an Outlay server?";
}

export interface RemoteOptions {
  /** How long the server may take to answer, a second try included, or to go on with an answer. */
  timeoutMs: number;
  /** Lets time pass before a request is repeated. */
  pause?: (ms: number) => Promise<unknown>;
  /** Milliseconds that only go on. */
  now?: () => number;
}

interface Try {
  server: string;
  dispatcher: Agent;
  timeoutMs: number;
  /** Since the request was first sent. */
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
    // Before the time for the answer is over, so that it is known that nothing was sent.
    connect: { timeout: Math.min(longestConnectMs, timeoutMs / 2) },
    // That time is watched over here, where it includes a second try.
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

  /** Once more where the answer got lost and asking again does no harm. Both have the time of one. */
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
    // A request that was broken off isn't waited for.
    close: () => dispatcher.destroy(),
  };
}
