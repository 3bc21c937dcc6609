import { createServer, type RequestListener } from "node:http";
import { listening } from "@outlay/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import { fakeServer } from "../testing/fake-server.ts";
import type { ApiRequest } from "./backend.ts";
import { openRemote } from "./remote.ts";

const list: ApiRequest = { method: "GET", path: "/expenses/", isRepeatable: true };
const create: ApiRequest = { method: "POST", path: "/expenses/", body: {}, isRepeatable: true };

/** The requests that reach a server asking to be left alone for so long, and the waits between them. */
async function throttledFor(retryAfter: string, request: ApiRequest) {
  const waitedMs: number[] = [];
  const throttled = { status: 429, headers: { "Retry-After": retryAfter }, body: {} };
  const url = await fakeServer(() => (waitedMs.length > 0 ? { status: 200, body: {} } : throttled));
  const pause = (ms: number) => Promise.resolve(waitedMs.push(ms));
  const remote = openRemote(url, { timeoutMs: 30_000, pause });
  const { status } = await remote.send(request, undefined);
  await remote.close();
  return { status, waitedMs };
}

describe("a server that is overloaded", () => {
  it("is waited for up to five seconds", async () => {
    expect(await throttledFor("5", list)).toEqual({ status: 200, waitedMs: [5000] });
    expect(await throttledFor("5", create)).toEqual({ status: 200, waitedMs: [5000] });
  });

  it("is not waited for longer, nor when it doesn't say how long", async () => {
    expect(await throttledFor("6", list)).toEqual({ status: 429, waitedMs: [] });
    expect(await throttledFor("soon", list)).toEqual({ status: 429, waitedMs: [] });
  });

  it("is not sent a request again that would be carried out twice", async () => {
    const change = { ...create, isRepeatable: false };
    expect(await throttledFor("1", change)).toEqual({ status: 429, waitedMs: [] });
  });
});

/** A server that stops at the first request. */
function lastWords(): Promise<string> {
  const server = createServer((request) => {
    server.close();
    request.socket.destroy();
  });
  return listening(server);
}

/** The result of sending that server a request. */
async function ask(request: ApiRequest) {
  const remote = openRemote(await lastWords(), { timeoutMs: 30_000 });
  try {
    return await remote.send(request, undefined);
  } finally {
    await remote.close();
  }
}

describe("a server that stops during a request", () => {
  it("may have recorded a request that can't be repeated, and the error says so", async () => {
    await expect(ask(create)).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("ECONNREFUSED") as string,
      hint: "The change may have been made anyway: check before you try again.",
    });
    await expect(ask(list)).rejects.toMatchObject({
      hint: "Check that the server is running and that its address is right.",
    });
  });
});

/** A server that reacts differently to each request, and the requests it has received. */
async function oddServer(...handlers: readonly RequestListener[]) {
  let count = 0;
  const server = createServer((request, response) => {
    handlers[Math.min(count, handlers.length - 1)]?.(request, response);
    count += 1;
  });
  const url = await listening(server);
  const remote = openRemote(url, { timeoutMs: 300 });
  onTestFinished(() => remote.close());
  return { url, remote, count: () => count };
}

const silence: RequestListener = () => undefined;

describe("the time that an answer may take", () => {
  it("is limited once, even for a request that could be repeated", async () => {
    const { url, remote, count } = await oddServer(silence);
    await expect(remote.send(list, undefined)).rejects.toMatchObject({
      code: "unreachable",
      message: `${url} did not answer within 0.3 s.`,
      hint: "Try again later, or wait longer with OUTLAY_TIMEOUT=120 (seconds).",
    });
    expect(count()).toBe(1);
  });

  it("includes a retry after a broken connection", async () => {
    let ms = 0;
    const cut: RequestListener = (request) => {
      ms += 30_000;
      request.socket.destroy();
    };
    const { url, count } = await oddServer(cut, silence);
    const remote = openRemote(url, { timeoutMs: 30_000, now: () => ms });
    await expect(remote.send(list, undefined)).rejects.toMatchObject({
      message: `${url} did not answer within 30 s.`,
    });
    await remote.close();
    expect(count()).toBeLessThanOrEqual(2);
  });

  it.each([
    {
      what: "drips",
      answer: ((_request, response) => {
        const drip = setInterval(() => response.write(" "), 5);
        response.on("close", () => clearInterval(drip));
      }) satisfies RequestListener,
    },
    {
      what: "stops in its middle",
      answer: ((_request, response) => void response.write("[")) satisfies RequestListener,
    },
  ])("isn't longer for an answer that $what", async ({ answer }) => {
    const { url, remote, count } = await oddServer(answer);
    await expect(remote.send(list, undefined)).rejects.toMatchObject({
      code: "unreachable",
      message: `${url} sends its answer too slowly: it wasn't complete after 0.3 s.`,
    });
    expect(count()).toBe(1);
  });
});
