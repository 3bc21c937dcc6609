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

/** No answer came. */
export class Unreachable extends CliError {
  /** Sending the request again can do no harm: it never arrived, or doing it twice is doing it once. */
  readonly canBeRepeated: boolean;

  constructor(message: string, canBeRepeated: boolean, cause: unknown) {
    const hint = canBeRepeated
      ? "Is the server running, and is its address right?"
      : "It may have done what was asked all the same: look before you try again.";
    super("unreachable", message, { hint, cause });
    this.canBeRepeated = canBeRepeated;
  }
}

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
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
  };
}
