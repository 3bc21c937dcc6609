import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON, but for a text, which is sent as it is. */
  body: object | string;
}

/** What is answered to a method and path. */
export type FakeAnswers = (method: string, path: string) => FakeAnswer;

/** A server that answers whatever the test says, until the test is over; its address. */
export async function fakeServer(answers: FakeAnswers): Promise<string> {
  const server = createServer((request, response) => {
    const { status, headers = {}, body } = answers(request.method ?? "", request.url ?? "");
    const isText = typeof body === "string";
    response.writeHead(status, {
      "content-type": isText ? "text/html" : "application/json",
      ...headers,
    });
    response.end(isText ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
