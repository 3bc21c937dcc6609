import { errorCode } from "@outlay/files";
import { Agent, request as send } from "undici";
import { CliError } from "../errors/cli-error.ts";
import { type ApiAnswer, type ApiRequest, type Backend, requestHeaders } from "./backend.ts";

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

function reasonOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}

function unreachable(server: string, request: ApiRequest, error: unknown): CliError {
  const reason = reasonOf(error);
  const isUncertain = !neverArrived.has(reason) && !request.isRepeatable;
  return new CliError("unreachable", `${server} can't be reached (${reason}).`, {
    hint: isUncertain
      ? "It may have done what was asked all the same: look before you try again."
      : "Is the server running, and is the address right? outlay auth status shows it.",
    cause: error,
  });
}

/** A server on the network. */
export function openRemote(server: string): Backend {
  const dispatcher = new Agent({
    connect: { timeout: connectTimeoutMs },
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
  });

  const sendOnce = async (
    request: ApiRequest,
    accessToken: string | undefined,
  ): Promise<ApiAnswer> => {
    const { statusCode, body } = await send(server + request.path, {
      dispatcher,
      method: request.method,
      headers: requestHeaders(request, accessToken),
      body: request.body === undefined ? null : JSON.stringify(request.body),
    });
    return { status: statusCode, body: await body.text() };
  };

  return {
    async send(request, accessToken) {
      try {
        return await sendOnce(request, accessToken);
      } catch (error) {
        const isWorthRepeating = request.isRepeatable && !neverArrived.has(reasonOf(error));
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
