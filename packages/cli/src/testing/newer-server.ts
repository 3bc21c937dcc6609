/** A server of another version: the real one, with answers and requests rewritten in transit. */
import { createServer, type IncomingMessage } from "node:http";
import { listening, newFolder } from "@outlay/testing";
import { onTestFinished } from "vitest";
import type { ApiRequest } from "../backend/backend.ts";
import { openInProcess } from "../backend/embedded.ts";

export interface Rewriting {
  /** Rewrites an answer's body. */
  answer: (body: string, path: string) => string;
  /** Rewrites a request's body. */
  request: (body: string) => string;
  /** Rewrites a request's path with its query. */
  path?: (path: string) => string;
}

export interface NewerServer {
  url: string;
  /** The `User-Agent` of each request. */
  agents: (string | undefined)[];
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Starts it until the end of the test, and returns its address. @param now its time */
export async function newerServer(rewriting: Rewriting, now: Date): Promise<NewerServer> {
  const newer: NewerServer = { url: "", agents: [] };
  const backend = await openInProcess({
    env: { OUTLAY_DATA: await newFolder() },
    label: "a newer server",
    clock: () => now,
    logFault: () => undefined,
    report: () => undefined,
  });
  // The hooks run in reverse order: the server closes before what answers for it.
  onTestFinished(() => backend.close());

  const answer = async (asked: IncomingMessage) => {
    newer.agents.push(asked.headers["user-agent"]);
    const body = rewriting.request(await textOf(asked));
    const path = asked.url ?? "";
    const request: ApiRequest = {
      method: asked.method as ApiRequest["method"],
      path: rewriting.path?.(path) ?? path,
      isRepeatable: false,
      ...(body !== "" && { body: JSON.parse(body) as unknown }),
    };
    const token = asked.headers.authorization?.replace("Bearer ", "");
    const given = await backend.send(request, token);
    return { ...given, body: rewriting.answer(given.body, path) };
  };

  const server = createServer((asked, response) => {
    answer(asked).then(
      ({ status, headers, body }) => {
        const { "content-length": _length, ...others } = headers;
        return response.writeHead(status, others as Record<string, string>).end(body);
      },
      // The test sees that no answer came.
      () => response.destroy(),
    );
  });
  newer.url = await listening(server);
  return newer;
}
