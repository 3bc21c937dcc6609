import { errorCode } from "@outlay/files";
import { Agent, request as send } from "undici";
import {
  type ApiAnswer,
  type ApiRequest,
  type Backend,
  requestHeaders,
  Unreachable,
} from "./backend.ts";

const connectTimeoutMs = 10_000;
const answerTimeoutMs = 30_000;

/** Failures before anything was sent. */
const neverArrived = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** A connection that was refused for its certificate, or is no secure one at all. */
const insecureConnection = /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|EPROTO)|SELF_SIGNED/;

const hasArrived = (reason: string) =>
  !neverArrived.has(reason) && !insecureConnection.test(reason);

function reasonOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}

function unreachable(server: string, request: ApiRequest, error: unknown): Unreachable {
  const reason = reasonOf(error);
  const canBeRepeated = request.isRepeatable || !hasArrived(reason);
  return new Unreachable(`${server} can't be reached (${reason}).`, canBeRepeated, error);
}

/**
 * A server on the network.
 * @param patienceMs how long to wait where that is less than usual
 */
export function openRemote(server: string, patienceMs = answerTimeoutMs): Backend {
  const dispatcher = new Agent({
    connect: { timeout: Math.min(connectTimeoutMs, patienceMs) },
    headersTimeout: patienceMs,
    bodyTimeout: patienceMs,
  });

  const sendOnce = async (
    request: ApiRequest,
    accessToken: string | undefined,
  ): Promise<ApiAnswer> => {
    const { statusCode, headers, body } = await send(server + request.path, {
      dispatcher,
      method: request.method,
      headers: requestHeaders(request, accessToken),
      body: request.body === undefined ? null : JSON.stringify(request.body),
    });
    return { status: statusCode, headers, body: await body.text() };
  };

  return {
    async send(request, accessToken) {
      try {
        return await sendOnce(request, accessToken);
      } catch (error) {
        const isWorthRepeating = request.isRepeatable && hasArrived(reasonOf(error));
        if (!isWorthRepeating) throw unreachable(server, request, error);
      }
      try {
        return await sendOnce(request, accessToken);
      } catch (error) {
        throw unreachable(server, request, error);
      }
    },
    close: () => dispatcher.close(),
  };
}
