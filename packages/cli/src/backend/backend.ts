import { version } from "../../package.json";
import { CliError } from "../errors/cli-error.ts";

/** What a request to the API is, wherever the server runs. */
export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sending it twice does what sending it once does. */
  isRepeatable: boolean;
}

export interface ApiAnswer {
  status: number;
  /** By name in lower case. */
  headers: Readonly<Record<string, number | string | readonly string[] | undefined>>;
  body: string;
}

/** An answer's header; the first, should it have several of that name. */
export function headerOf({ headers }: ApiAnswer, name: string): string | undefined {
  const value = [headers[name.toLowerCase()]].flat()[0];
  return value === undefined ? undefined : String(value);
}

/** In how many seconds the server would like to be asked again; undefined where it doesn't say it so. */
export function retryAfterSeconds(answer: ApiAnswer): number | undefined {
  const value = headerOf(answer, "retry-after")?.trim();
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** No answer came. */
export class Unreachable extends CliError {
  /** Sending the request again can do no harm: it never arrived, or doing it twice is doing it once. */
  readonly canBeRepeated: boolean;
  /** What it asked for may have been done. */
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

/** A change was broken off by a signal before its answer came. */
export class Interrupted extends CliError {
  constructor(server: string) {
    super("interrupted", `Stopped before ${server} answered.`, {
      hint: "It may have done what was asked all the same: look before you try again.",
    });
  }
}

/** Whether an error leaves open that what was asked for was done. A proxy doesn't say what became of it. */
export const mayHaveArrived = (error: unknown): boolean =>
  error instanceof Unreachable
    ? error.mayHaveArrived
    : error instanceof Interrupted || (error instanceof CliError && error.code === "unreachable");

/** Asking for a token changes nothing that anybody would miss, or have twice. */
export const changesNothing = ({ method, path }: ApiRequest): boolean =>
  method === "GET" || path.startsWith("/api/token/");

/** The way to a server: over the network, or inside this process. */
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
