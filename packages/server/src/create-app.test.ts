import { connect } from "node:net";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import type { ServerContext } from "./server-context.ts";
import { StorageFull, StorageUnavailable } from "./store/store-errors.ts";
import { testApi } from "./testing/test-api.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };

/** A server whose store fails to record an expense. */
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

describe("a request line", () => {
  it.each([
    ["GET http://[::1/ HTTP/1.1", 400],
    ["GET //// HTTP/1.1", 404],
    ["GET /expenses/%ff/ HTTP/1.1", 404],
    ["GET /expenses/%2e%2e/healthz HTTP/1.1", 404],
    ["GET /%2e%2e/expenses/ HTTP/1.1", 404],
    ["GET http://x/%65xpenses/ HTTP/1.1", 401],
    ["GET /%65xpenses/?a=%ff HTTP/1.1", 401],
    [
      "POST /api/token/ HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 4294967297",
      413,
    ],
  ])("is answered even if it is odd: %s", async (line, status) => {
    const api = await testApi();
    const socket = connect(Number(new URL(api.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    const [first] = (await once(socket.setEncoding("utf8"), "data")) as [string];
    socket.destroy();
    expect(first).toContain(`HTTP/1.1 ${status} `);
    expect(api.faults).toEqual([]);
  });
});

describe("a fault", () => {
  it.each([
    [new StorageFull("The disk is full; nothing was stored."), 507],
    [new StorageUnavailable("The data can't be written (EIO); nothing was stored."), 503],
  ])("of the disk is reported to the client: %s", async (error, status) => {
    const api = await testApi({}, failingWith(error));
    const { access } = await api.newUser("ada");
    expect(await api.send("POST", "/expenses/", lunch, access)).toMatchObject({
      status,
      body: { detail: error.message },
    });
    expect(api.faults).toEqual([error]);
  });

  it("of our own is logged with the request's id and not shown to the client", async () => {
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

const part = (name: string) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;

const multipart = (description: Buffer) =>
  Buffer.concat([
    Buffer.from(`${part("amount")}1\r\n${part("category")}FOOD\r\n${part("description")}`),
    description,
    Buffer.from("\r\n--X--\r\n"),
  ]);

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

  it("of a client that may have no account is refused above 64 KiB", async () => {
    const api = await testApi();
    for (const path of ["/register/", "/api/token/", "/api/token/verify/"]) {
      expect(await api.send("POST", path, { username: "x".repeat(65_536) })).toMatchObject({
        status: 413,
        body: { detail: "The body is larger than 65536 bytes." },
      });
    }
  });

  it("is refused for its levels and values before they are created, in every media type", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const post = async (path: string, type: string, body: string) => {
      const response = await fetch(api.url + path, {
        method: "POST",
        headers: { authorization: `Bearer ${access}`, "content-type": type },
        body,
      });
      return { status: response.status, ...((await response.json()) as object) };
    };
    const json = "application/json";
    expect(await post("/api/token/", json, "[".repeat(60_000))).toEqual({
      status: 400,
      detail: "JSON parse error - more than 100 levels of nesting",
    });
    expect(await post("/expenses/", json, `[${"{},".repeat(100_000)}{}]`)).toEqual({
      status: 413,
      detail: "The body has more than 10000 values.",
    });
    expect(
      await post("/expenses/", "application/x-www-form-urlencoded", "a&".repeat(1000)),
    ).toEqual({
      status: 400,
      detail: "Form parse error - more than 1000 fields",
    });
    const multipartType = "multipart/form-data; boundary=X";
    expect(await post("/expenses/", multipartType, `${part("a")}\r\n`.repeat(1001))).toEqual({
      status: 400,
      detail: "Multipart form parse error - more than 1000 fields",
    });
    const file = '--X\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n';
    expect(await post("/expenses/", multipartType, file.repeat(21))).toEqual({
      status: 400,
      detail: "Multipart form parse error - more than 20 files",
    });
    expect(api.faults).toEqual([]);
  });

  it("may not be compressed", async () => {
    const api = await testApi();
    const response = await fetch(`${api.url}/api/token/`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      body: "garbage",
    });
    expect(response.status).toBe(415);
    expect(api.faults).toEqual([]);
  });

  it("of a mebibyte of spaces is judged quickly", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const spaces = " ".repeat(250_000);
    const body = { description: `x${spaces}y${spaces}z`, category: `${spaces}x${spaces}y` };
    // With a pattern that backtracks, trimming this text would take minutes, and the test would time out.
    expect(await api.send("POST", "/expenses/", body, access)).toMatchObject({ status: 400 });
  });

  it("that ends in the middle of a file is refused, and the server goes on", async () => {
    const api = await testApi();
    const response = await fetch(`${api.url}/api/token/`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=X" },
      body: '--X\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n5',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      detail: expect.stringMatching(/^Multipart form parse error - /),
    });
    expect(await api.send("GET", "/me/")).toMatchObject({ status: 401 });
  });

  it("is refused without a fault of the server even if its values are odd", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const post = async (text: string) => {
      const response = await fetch(`${api.url}/expenses/`, {
        method: "POST",
        headers: { authorization: `Bearer ${access}`, "content-type": "application/json" },
        body: text,
      });
      return response.status;
    };
    expect(await post(`{"amount": 1, "description": "x", "category": ${deep}}`)).toBe(400);
    expect(await post(`{"amount": 1, "description": 1e400, "category": "FOOD"}`)).toBe(400);
    expect(await post(`{"amount": ${deep}, "description": ${deep}, "category": "FOOD"}`)).toBe(400);
    expect(api.faults).toEqual([]);
  });

  it("that isn't UTF-8 is refused in every media type", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const post = async (type: string, body: string | Buffer) => {
      const response = await fetch(`${api.url}/expenses/`, {
        method: "POST",
        headers: { authorization: `Bearer ${access}`, "content-type": type },
        body,
      });
      return response.status;
    };
    const form = "application/x-www-form-urlencoded";
    expect(await post(form, "amount=1&category=FOOD&description=%ff%fe")).toBe(400);
    expect(await post(form, "amount=1&category=FOOD&description=a+%26+b%3D%EF%BF%BD")).toBe(201);
    const type = "multipart/form-data; boundary=X";
    expect(await post(type, multipart(Buffer.from([0xff, 0xfe])))).toBe(400);
    expect(await post(type, multipart(Buffer.from("\uFFFD")))).toBe(201);
    const { body } = await api.send("GET", "/expenses/", undefined, access);
    expect(body).toMatchObject([{ description: "a & b=\uFFFD" }, { description: "\uFFFD" }]);
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
