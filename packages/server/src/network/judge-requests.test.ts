import { text } from "node:stream/consumers";
import type { Context } from "koa";
import { describe, expect, it } from "vitest";
import { testServer } from "../testing/network-server.ts";
import { password } from "../testing/test-api.ts";
import { judgeRequests } from "./judge-requests.ts";

type Headers = Record<string, string>;

/** A server, and the status of its answers to browsers and other clients. */
async function server(env: Record<string, string> = {}) {
  const { connect, url } = await testServer(env);
  const { host } = new URL(url);

  async function ask(method: string, path: string, headers: Headers = {}, body = "") {
    const all = { Host: host, Connection: "close", ...headers };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = body === "" ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
    const socket = await connect(
      `${method} ${path} HTTP/1.1\r\n${head.join("")}${length}\r\n${body}`,
    );
    const said = await text(socket);
    return { status: Number(said.slice(9, 12)), body: said.slice(said.indexOf("\r\n\r\n") + 4) };
  }

  let count = 0;
  return {
    host,
    ask,
    /** Registers another user by a form, for which browsers send no preflight request. */
    register: async (headers: Headers = {}) => {
      count += 1;
      const type = { "Content-Type": "application/x-www-form-urlencoded" };
      const form = `username=ada${count}&password=${password}`;
      return (await ask("POST", "/register/", { ...type, ...headers }, form)).status;
    },
  };
}

const foreign = "https://evil.example";

describe("a form of another site", () => {
  it.each<[string, Headers]>([
    ["cross-site", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" }],
    [
      "of another port of this machine",
      { "Sec-Fetch-Site": "same-site", Origin: "http://localhost:1" },
    ],
    ["that says no more than its origin", { Origin: foreign }],
    ["in a frame that hides its origin", { Origin: "null" }],
    ["of another port, in an old browser", { Origin: "http://127.0.0.1:1" }],
    [
      "that pretends to be the server's own page",
      { Origin: foreign, "Sec-Fetch-Site": "cross-site" },
    ],
  ])("is refused: %s", async (_, headers) => {
    const { register } = await server();
    expect(await register(headers)).toBe(403);
  });

  it("is told why, and neither creates an account nor counts as a guess", async () => {
    const { ask, register } = await server();
    const login = JSON.stringify({ username: "ada1", password });
    const logIn = () => ask("POST", "/api/token/", { "Content-Type": "application/json" }, login);
    expect(await register()).toBe(201);
    const wrong = JSON.stringify({ username: "ada1", password: "wrong" });
    for (let guess = 0; guess < 12; guess += 1) {
      const { status, body } = await ask("POST", "/api/token/", { Origin: foreign }, wrong);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toEqual({
        detail:
          "This request comes from a page of another site. To allow that site, add it to OUTLAY_CORS_ORIGIN.",
        code: "foreign_request",
      });
    }
    expect((await logIn()).status).toBe(200);
  });

  it("is accepted if the settings name its origin", async () => {
    const { register } = await server({ OUTLAY_CORS_ORIGIN: foreign });
    expect(await register({ Origin: foreign, "Sec-Fetch-Site": "cross-site" })).toBe(201);
    expect(await register({ Origin: foreign })).toBe(201);
    expect(await register({ Origin: `${foreign}.org` })).toBe(403);
  });
});

it("a refused request is logged with the reason, and the operator is told once of a host name", async () => {
  const { connect, requests, reports } = await testServer();
  const ask = async (path: string, ...headers: string[]) =>
    text(
      await connect([`GET ${path} HTTP/1.1`, ...headers, "Connection: close", "", ""].join("\r\n")),
    );
  await ask("/me/", "Host: evil.example");
  await ask("/me/", "Host: evil.example");
  await ask("/me/", "Host: localhost", "Origin: null");
  await ask("/nothing", "Host: localhost");
  const unknownHost = { route: "none", status: 403, code: "unknown_host" };
  expect(requests).toMatchObject([
    unknownHost,
    unknownHost,
    { route: "none", status: 403, code: "foreign_request" },
    { route: "none", status: 404, code: "not_found" },
  ]);
  expect(reports).toEqual([expect.stringContaining("OUTLAY_TRUST_PROXY=on")]);
});

describe("a client other than a foreign page", () => {
  it("is not affected: another program, or a page of the server itself", async () => {
    const { register, host } = await server();
    expect(await register()).toBe(201);
    expect(await register({ Origin: `http://${host}` })).toBe(201);
    expect(await register({ Origin: `http://${host}`, "Sec-Fetch-Site": "same-origin" })).toBe(201);
    // The browser need not know the name that a proxy has substituted.
    const own = { Origin: "https://outlay.example.org", "Sec-Fetch-Site": "same-origin" };
    expect(await register(own)).toBe(201);
  });

  it("may follow links from anywhere", async () => {
    const { ask } = await server();
    const link = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" };
    expect((await ask("GET", "/docs", link)).status).toBe(200);
    expect((await ask("GET", "/docs", { "Sec-Fetch-Site": "none" })).status).toBe(200);
    const image = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" };
    expect((await ask("GET", "/docs", image)).status).toBe(403);
  });
});

describe("a server on this machine", () => {
  it.each([
    "evil.example",
    "evil.example:8000",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
  ])("refuses a page whose own name points here: %s", async (name) => {
    const { ask, register } = await server();
    expect(await register({ Host: name })).toBe(403);
    expect((await ask("GET", "/docs", { Host: name })).status).toBe(403);
    // To the browser such a page has the same origin as the server, and it can write any headers.
    const own = { Host: name, Origin: `http://${name}`, "X-Forwarded-For": "192.0.2.7" };
    expect(await register(own)).toBe(403);
    const { body } = await ask("GET", "/healthz", { Host: name });
    expect(JSON.parse(body)).toEqual({
      detail: `This server isn't known as "${name}". Use its address. Behind a proxy, start it with OUTLAY_TRUST_PROXY=on (--trust-proxy 1).`,
      code: "unknown_host",
    });
  });

  it.each([
    "localhost",
    "localhost:8000",
    "localhost.",
    "127.0.0.1.:8000",
    "outlay.localhost",
    "127.8.9.10",
    "[::1]:8000",
    "nas",
    "192.0.2.7",
    "host.docker.internal",
  ])("answers to the name %s, which nobody else can own", async (name) => {
    const { register } = await server();
    expect(await register({ Host: name })).toBe(201);
  });

  it("answers to any name behind a proxy, which checks names itself", async () => {
    const { register } = await server({ OUTLAY_TRUST_PROXY: "on" });
    const proxied = { Host: "outlay.example.org", "X-Forwarded-For": "192.0.2.7" };
    expect(await register(proxied)).toBe(201);
    expect(await register({ ...proxied, Origin: "https://outlay.example.org" })).toBe(201);
    expect(await register({ ...proxied, Origin: foreign })).toBe(403);
  });
});

it("a server answers to any name for clients on other machines, which have their own names for it", () => {
  const judge = judgeRequests(
    { corsOrigins: [], trustedProxies: 0, host: "0.0.0.0" },
    () => undefined,
  );
  const isLetIn = (remoteAddress: string): boolean => {
    const headers = { host: "outlay.example.org" };
    const get = (name: string) => (name === "host" ? headers.host : "");
    const ctx = { headers, get, req: { socket: { remoteAddress } } } as unknown as Context;
    let isIn = false;
    const next = () => Promise.resolve(void (isIn = true));
    try {
      void judge(ctx, next);
    } catch {
      return false;
    }
    return isIn;
  };
  expect(isLetIn("192.0.2.7")).toBe(true);
  expect(isLetIn("127.0.0.1")).toBe(false);
});
