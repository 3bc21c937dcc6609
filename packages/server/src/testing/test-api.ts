/** The application over a real socket and a real file; each test has its own. */
import { createServer } from "node:http";
import { listening, newFolder } from "@outlay/testing";
import { onTestFinished } from "vitest";
import { createApp } from "../create-app.ts";
import { createServerContext, type DataOptions } from "../create-server-context.ts";
import type { ServerContext } from "../server-context.ts";
import { sendJson } from "./send-json.ts";

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface TestApi {
  url: string;
  folder: string;
  context: ServerContext;
  /** The server's own faults that it logged. */
  faults: unknown[];
  /** Sends JSON. */
  send: (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>;
  /** Registers a user and returns the tokens. */
  newUser: (username: string) => Promise<{ access: string; refresh: string }>;
}

export const password = "correct-Horse-77-battery";

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : (JSON.parse(text) as unknown),
  };
}

/** @param alter replaces parts of the server */
export async function testApi(
  options: Partial<DataOptions> = {},
  alter: (context: ServerContext) => ServerContext = (context) => context,
): Promise<TestApi> {
  const folder = await newFolder();
  const context = alter(
    await createServerContext({
      dataFolder: folder,
      label: "test",
      own: true,
      jwtSecret: undefined,
      isRegistrationOpen: true,
      clock: () => new Date(),
      report: () => undefined,
      ...options,
    }),
  );
  const faults: unknown[] = [];
  const app = createApp(context, ({ error }) => faults.push(error)).callback();
  // Koa answers every request, whatever happens: its promise never rejects.
  const server = createServer((request, response) => void app(request, response));
  // The hooks run in reverse order: the server closes before the store.
  onTestFinished(() => context.store.close());
  const url = await listening(server);

  const send = async (method: string, path: string, body?: unknown, token?: string) =>
    toAnswer(await sendJson(url + path, method, body, token));

  return {
    url,
    folder,
    context,
    faults,
    send,
    async newUser(username) {
      await send("POST", "/register/", { username, password });
      const { body } = await send("POST", "/api/token/", { username, password });
      return body as { access: string; refresh: string };
    },
  };
}
