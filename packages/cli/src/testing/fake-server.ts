import { createServer } from "node:http";
import { listening } from "@outlay/testing";

export interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a string, which is sent unchanged. */
  body: object | string;
}

/** The answer to a method and path. */
export type FakeAnswers = (method: string, path: string) => FakeAnswer;

/** Starts a server with the test's answers until the end of the test; returns its address. */
export function fakeServer(answers: FakeAnswers): Promise<string> {
  const server = createServer((request, response) => {
    const { status, headers = {}, body } = answers(request.method ?? "", request.url ?? "");
    const isText = typeof body === "string";
    response.writeHead(status, {
      "content-type": isText ? "text/html" : "application/json",
      ...headers,
    });
    response.end(isText ? body : JSON.stringify(body));
  });
  return listening(server);
}
