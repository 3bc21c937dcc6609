import { version } from "../../package.json";
import { CliError } from "../errors/cli-error.ts";

/** A request to the API, wherever the server runs. */
export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Whether sending it twice has the same effect as sending it once. */
  isRepeatable: boolean;
}

export interface ApiAnswer {
  status: number;
  /** Headers by name in lower case. */
  headers: Readonly<Record<string, number | string | readonly string[] | undefined>>;
  body: string;
}

/** Returns an answer's header; the first if there are several of that name. */
export function headerOf({ headers }: ApiAnswer, name: string): string | undefined {
  const value = [headers[name.toLowerCase()]].flat()[0];
  return value === undefined ? undefined : String(value);
}

/** The seconds after which the server asks to be retried; undefined if it doesn't say. */
export function retryAfterSeconds(answer: ApiAnswer): number | undefined {
  const value = headerOf(answer, "retry-after")?.trim();
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Thrown when no answer came. */
export class Unreachable extends CliError {
  /** Whether the request can safely be sent again: it never arrived, or repeating it has no further effect. */
  readonly canBeRepeated: boolean;
  /** Whether the request may have been carried out. */
  readonly mayHaveArrived: boolean;

  constructor(
    message: string,
    known: { canBeRepeated: boolean; mayHaveArrived: boolean },
    more: { hint: string; cause: unknown },
  ) {
    super("unreachable", message, more);
    this.canBeRepeated = known.canBeRepeated;
    this.mayHaveArrived = known.mayHaveArrived;
  }
}

/** Thrown when a signal interrupted a change before its answer came. */
export class Interrupted extends CliError {
  constructor(server: string) {
    super("interrupted", `Stopped before ${server} answered.`, {
      hint: "The change may have been made anyway: check before you try again.",
    });
  }
}

/** Whether an error leaves it open that the request was carried out. A proxy doesn't say what became of it. */
export const mayHaveArrived = (error: unknown): boolean =>
  error instanceof Unreachable
    ? error.mayHaveArrived
    : error instanceof Interrupted || (error instanceof CliError && error.code === "unreachable");

/** Requesting a token changes nothing that could be lost or duplicated. */
export const changesNothing = ({ method, path }: ApiRequest): boolean =>
  method === "GET" || path.startsWith("/api/token/");

/** The connection to a server, over the network or inside this process. */
export interface Backend {
  /** @throws Unreachable */
  send(request: ApiRequest, accessToken: string | undefined): Promise<ApiAnswer>;
  close(): Promise<void>;
}

export function requestHeaders(
  { body }: ApiRequest,
  accessToken: string | undefined,
): Record<string, string> {
  return {
    accept: "application/json",
    "user-agent": `outlay/${version}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
  };
}
