import { describe, expect, it } from "vitest";
import { password } from "../testing/test-api.ts";
import { allSaidOn, testServer } from "../testing/network-server.ts";

const head = "GET /me/ HTTP/1.1\r\nHost: x\r\n";
const postHead = "POST /register/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

describe("a client that takes its time", () => {
  it("is cut off during a header", async () => {
    const { connect } = await testServer({}, { headersTimeoutMs: 50, checkEveryMs: 20 });
    const socket = await connect(head);
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 408 ");
  });

  it("is cut off before it sends anything", async () => {
    const { connect } = await testServer({}, { headersTimeoutMs: 50, checkEveryMs: 20 });
    const socket = await connect("");
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 408 ");
  });

  it("is cut off during a body, however steadily it sends", async () => {
    const { connect, faults } = await testServer(
      {},
      { headersTimeoutMs: 100, requestTimeoutMs: 200, checkEveryMs: 20 },
    );
    const socket = await connect(`${postHead}Content-Length: 1000\r\n\r\n`);
    const drip = setInterval(() => socket.write(" "), 20);
    // A client that is cut off may notice it while writing or while reading.
    socket.on("error", () => undefined);
    socket.resume().on("end", () => socket.destroy());
    await new Promise((resolve) => socket.once("close", resolve));
    clearInterval(drip);
    expect(socket.bytesWritten).toBeLessThan(1000);
    expect(faults).toEqual([]);
  });

  it("is disconnected between two requests", async () => {
    const { connect } = await testServer({}, { keepAliveMs: 30 });
    const socket = await connect(`${head}\r\n`);
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 401 ");
  });

  it("is cut off in the middle of anything if no data move", async () => {
    const { connect } = await testServer({}, { idleMs: 50 });
    const socket = await connect(`${postHead}Content-Length: 1000\r\n\r\n{`);
    expect(await allSaidOn(socket)).toBe("");
  });
});

describe("a client that closes its half of the connection", () => {
  it("gets the answer to its request, and the other half is closed", async () => {
    const { connect } = await testServer();
    const body = JSON.stringify({ username: "ada", password });
    const socket = await connect("");
    socket.end(`${postHead}Content-Length: ${body.length}\r\n\r\n${body}`);
    expect(await allSaidOn(socket)).toMatch(/^HTTP\/1.1 201 [\s\S]*"username":"ada"/);
  });

  it("is disconnected in the middle of a header or body", async () => {
    const { connect, faults } = await testServer();
    const said = ["", "GET /me", head, `${postHead}Content-Length: 10\r\n\r\n{`];
    for (const text of said) {
      const socket = await connect("");
      socket.end(text);
      expect(await allSaidOn(socket)).toMatch(/^$|^HTTP\/1.1 400 /);
    }
    expect(faults).toEqual([]);
  });
});

describe("a header", () => {
  it("of more than 16 KiB is refused", async () => {
    const { connect } = await testServer();
    const socket = await connect(`${head}X: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 431 ");
  });
});

describe("connections", () => {
  it("beyond the limit are closed at once, and others go on", async () => {
    const { connect } = await testServer({}, { maxConnections: 2 });
    await connect("");
    const second = await connect("");
    const third = await connect("");
    expect(await allSaidOn(third)).toBe("");
    second.end(`${head}\r\n`);
    expect(await allSaidOn(second)).toContain("HTTP/1.1 401 ");
  });
});

describe("every answer", () => {
  it("tells browsers to keep it to themselves, and nothing about the server", async () => {
    const { url } = await testServer();
    for (const path of ["/me/", "/nowhere/", "/expenses/%ff/"]) {
      const { headers } = await fetch(url + path);
      expect(Object.fromEntries(headers)).toMatchObject({
        "cache-control": "no-store",
        "content-security-policy":
          "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';" +
          "connect-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "x-request-id": expect.any(String) as unknown,
      });
      for (const name of ["server", "x-powered-by", "access-control-allow-origin"]) {
        expect(headers.has(name)).toBe(false);
      }
    }
  });
});

describe("a page of another origin", () => {
  const origin = "https://app.example.org";
  const preflight = {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "authorization,content-type",
    },
  };

  it("may read nothing unless its origin is in the settings", async () => {
    const { url } = await testServer();
    const refused = await fetch(`${url}/expenses/1/`, preflight);
    expect(refused.headers.has("access-control-allow-origin")).toBe(false);
    const other = await testServer({ OUTLAY_CORS_ORIGIN: "https://example.org" });
    for (const asked of [preflight, { headers: { origin } }]) {
      const { headers } = await fetch(`${other.url}/expenses/1/`, asked);
      expect(headers.has("access-control-allow-origin")).toBe(false);
      expect(headers.get("vary")).toBe("Origin");
    }
  });

  it("may use the API with a token if its origin is in the settings", async () => {
    const { url } = await testServer({ OUTLAY_CORS_ORIGIN: `http://localhost:3000, ${origin}` });
    const { status, headers } = await fetch(`${url}/expenses/1/`, preflight);
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET,HEAD,POST,PUT,PATCH,DELETE",
      "access-control-allow-headers": "Authorization,Content-Type",
      "access-control-max-age": "600",
    });
    expect(headers.has("access-control-allow-credentials")).toBe(false);
    const refused = await fetch(`${url}/expenses/1/`, { headers: { origin } });
    expect(refused.status).toBe(401);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-expose-headers":
        "Link,Outlay-Home-Currency,X-Total-Count,X-Request-Id,Retry-After",
    });
  });
});
