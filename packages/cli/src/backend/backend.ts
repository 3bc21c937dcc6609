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
  body: string;
}

/** The way to a server: over the network, or inside this process. */
export interface Backend {
  /** @throws CliError unreachable */
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
