import { connect } from "node:net";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import type { ServerContext } from "./server-context.ts";
import { StorageFull, StorageUnavailable } from "./store/store-errors.ts";
import { testApi } from "./testing/test-api.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };

/** The same server, with a store that fails at recording an expense. */
const failingWith = (error: Error) => (context: ServerContext) => ({
  ...context,
  store: {
    ...context.store,
    expenses: {
      ...context.store.expenses,
      create: async () => {
        throw error;
      },
    },
  },
});

describe("every answer", () => {
  it("has a request id of its own", async () => {
    const api = await testApi();
    const first = (await api.send("GET", "/me/")).headers.get("x-request-id");
    const second = (await api.send("GET", "/nowhere/")).headers.get("x-request-id");
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  it("is the same without the final slash", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    expect(await api.send("GET", "/expenses", undefined, access)).toMatchObject({ body: [] });
    expect(await api.send("GET", "/me", undefined, access)).toMatchObject({ status: 200 });
  });
});

describe("a fault", () => {
  it.each([
    [new StorageFull("The disk is full; nothing was stored."), 507],
    [new StorageUnavailable("The data can't be written (EIO); nothing was stored."), 503],
  ])("of the disk is told: %s", async (error, status) => {
    const api = await testApi({}, failingWith(error));
    const { access } = await api.newUser("ada");
    expect(await api.send("POST", "/expenses/", lunch, access)).toMatchObject({
      status,
      body: { detail: error.message },
    });
    expect(api.faults).toEqual([error]);
  });

  it("of our own is logged with the request's id and told to nobody", async () => {
    const error = new Error("secret at /some/path");
    const api = await testApi({}, failingWith(error));
    const { access } = await api.newUser("ada");
    const { status, headers, body } = await api.send("POST", "/expenses/", lunch, access);
    expect(status).toBe(500);
    expect(body).toEqual({
      detail: "Internal server error.",
      request_id: headers.get("x-request-id"),
    });
    expect(api.faults).toEqual([error]);
  });
});

describe("a body", () => {
  it("of more than a mebibyte is refused with the limit", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const description = "x".repeat(1024 * 1024);
    expect(await api.send("POST", "/expenses/", { ...lunch, description }, access)).toMatchObject({
      status: 413,
      body: { detail: "The body is larger than 1048576 bytes." },
    });
  });

  it("may be compressed, but not to get around the limit", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const { gzipSync } = await import("node:zlib");
    const post = (text: string) =>
      fetch(`${api.url}/expenses/`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${access}`,
          "content-type": "application/json",
          "content-encoding": "gzip",
        },
        body: gzipSync(text),
      });
    expect((await post(JSON.stringify(lunch))).status).toBe(201);
    expect((await post(" ".repeat(2 * 1024 * 1024))).status).toBe(413);
  });

  it("that is cut off changes nothing, and the server goes on", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const socket = connect(Number(new URL(api.url).port), "127.0.0.1");
    await once(socket, "connect");
    const head = `POST /expenses/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${access}\r\n`;
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"amount"`);
    socket.end();
    socket.resume();
    await once(socket, "close");
    expect(await api.send("GET", "/expenses/", undefined, access)).toMatchObject({ body: [] });
  });
});
