/** A server that listens, as `outlay serve` starts it, with a folder of its own. */
import { setImmediate } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { readConfig } from "../config/config.ts";
import { createLog } from "../operating/create-log.ts";
import { startServer } from "../serving/start-server.ts";
import { sendJson } from "./send-json.ts";
import { newFolder } from "@outlay/testing";
import { password } from "./test-api.ts";

export interface TestServer {
  url: string;
  folder: string;
  /** The log so far. */
  log: () => Promise<string>;
  /** Moves the server's clock on. */
  passMs: (ms: number) => void;
  /** Sends JSON to the server. */
  send: (method: string, path: string, body?: object, token?: string) => Promise<Response>;
  /** Registers a user and returns the access token. */
  newUser: (username: string) => Promise<string>;
  stop: () => Promise<void>;
}

/** @param env the settings that differ from the usual ones */
export async function testServer(env: Record<string, string> = {}): Promise<TestServer> {
  const folder = await newFolder();
  const config = readConfig({ OUTLAY_PORT: "0", ...env }, folder);
  let written = "";
  const { logLevel, logFormat = "json" } = config;
  const log = createLog({ logLevel, logFormat }, (text) => (written += text));
  let passedMs = 0;
  const { url, stop } = await startServer(config, {
    label: "test",
    clock: () => new Date(Date.now() + passedMs),
    logFault: log.fault,
    report: log.warn,
    onRequest: log.request,
  }).then((server) => ({ url: server.url, stop: () => server.stop() }));
  let stopped: Promise<void> | undefined;
  const stopOnce = () => (stopped ??= stop());
  onTestFinished(stopOnce);

  const send: TestServer["send"] = (method, path, body, token) =>
    sendJson(url + path, method, body, token);

  return {
    url,
    folder,
    async log() {
      // Lines logged in this turn are written when it ends.
      await setImmediate();
      return written;
    },
    passMs: (ms) => void (passedMs += ms),
    send,
    async newUser(username) {
      await send("POST", "/register/", { username, password });
      const answer = await send("POST", "/api/token/", { username, password });
      return ((await answer.json()) as { access: string }).access;
    },
    stop: stopOnce,
  };
}
