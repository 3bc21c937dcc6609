import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { password } from "./testing/test-api.ts";
import { allSaidOn, testServer } from "./testing/network-server.ts";

const head = "GET /me/ HTTP/1.1\r\nHost: x\r\n";
const postHead = "POST /register/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

/** An answer as it was said: its status, and what the API's errors have. */
async function refusalOn(socket: Parameters<typeof allSaidOn>[0]) {
  const said = await allSaidOn(socket);
  const [head = "", body = ""] = said.split("\r\n\r\n");
  return {
    status: Number(head.slice(9, 12)),
    detail: (JSON.parse(body) as { detail: string }).detail,
    requestId: /^X-Request-Id: ([0-9a-f-]{36})$/m.exec(head)?.[1],
    isJson: /^Content-Type: application\/json; charset=utf-8$/m.test(head),
    isWhole: head.includes(`Content-Length: ${Buffer.byteLength(body)}`),
  };
}

const inFull = { requestId: expect.any(String) as unknown, isJson: true, isWhole: true };

describe("what is no request", () => {
  it.each([
    ["no request line", "GET\r\n\r\n", 400, "The request is no HTTP that can be read."],
    ["TLS", "\u0016\u0003\u0001\r\n\r\n", 400, "The request is no HTTP that can be read."],
    ["no host", "GET /me/ HTTP/1.1\r\n\r\n", 400, "There is no Host header."],
    [
      "a length that is no number",
      `${head}Content-Length: x\r\n\r\n`,
      400,
      "The request is no HTTP that can be read.",
    ],
    [
      "a large header",
      `${head}X: ${"x".repeat(20_000)}\r\n\r\n`,
      431,
      "The request's header is too large.",
    ],
    [
      "a proxy's method",
      "CONNECT a:80 HTTP/1.1\r\nHost: x\r\n\r\n",
      405,
      'Method "CONNECT" not allowed.',
    ],
  ])("is refused in the form of all errors, and logged: %s", async (_, said, status, detail) => {
    const { connect, requests } = await testServer();
    const refusal = await refusalOn(await connect(said));
    expect(refusal).toEqual({ status, detail, ...inFull });
    expect(requests).toMatchObject([{ requestId: refusal.requestId, status, route: "none" }]);
  });

  it("is refused so too where it takes too long, with the id of the request that it began", async () => {
    const { connect, requests } = await testServer({}, { headersTimeoutMs: 50, checkEveryMs: 20 });
    const tooSlow = { status: 408, detail: "The request took too long to come.", ...inFull };
    expect(await refusalOn(await connect(head))).toEqual(tooSlow);
    expect(requests).toHaveLength(1);
    const other = await testServer(
      {},
      { requestTimeoutMs: 100, headersTimeoutMs: 50, checkEveryMs: 20 },
    );
    const refusal = await refusalOn(await other.connect(`${postHead}Content-Length: 9\r\n\r\n{`));
    expect(refusal).toEqual(tooSlow);
    expect(other.requests).toMatchObject([{ requestId: refusal.requestId, route: "/register/" }]);
  });

  it("is answered behind the answer to what came before", async () => {
    const { connect } = await testServer();
    const socket = await connect(`${head}\r\nrubbish\r\n\r\n`);
    const said = await allSaidOn(socket);
    expect(said).toMatch(/^HTTP\/1.1 401 [\s\S]*provided\."\}HTTP\/1.1 400 [\s\S]*be read\."\}$/);
    const second = await connect(`${head}\r\nGET /me/ HTTP/1.1\r\n\r\n`);
    expect(await allSaidOn(second)).toMatch(
      /^HTTP\/1.1 401 [\s\S]*HTTP\/1.1 400 [\s\S]*header\."\}$/,
    );
  });
});

describe("a client that asks before it sends its body", () => {
  const asking = `${postHead}Expect: 100-continue\r\n`;

  it("sends it once it is read, and another request after it", async () => {
    const { connect } = await testServer();
    const body = JSON.stringify({ username: "ada", password });
    const socket = await connect(`${asking}Content-Length: ${body.length}\r\n\r\n`);
    const [first] = (await once(socket, "data")) as [Buffer];
    expect(first.toString()).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.end(`${body}${head}\r\n`);
    expect(await allSaidOn(socket)).toMatch(/^HTTP\/1.1 201 [\s\S]*HTTP\/1.1 401 /);
  });

  it("doesn't send what would be refused anyway", async () => {
    const { connect } = await testServer();
    const large = await connect(`${asking}Content-Length: 1000000\r\n\r\n`);
    expect(await allSaidOn(large)).toMatch(/^HTTP\/1.1 413 [\s\S]*Connection: close/);
    const unknown = asking.replace("/register/", "/imports/");
    const withoutToken = await connect(`${unknown}Content-Length: 1000000\r\n\r\n`);
    expect(await allSaidOn(withoutToken)).toMatch(/^HTTP\/1.1 401 [\s\S]*Connection: close/);
    const odd = await connect(`${head}Expect: a miracle\r\nConnection: close\r\n\r\n`);
    expect(await allSaidOn(odd)).toContain("HTTP/1.1 401 ");
  });
});

describe("bodies that never come whole", () => {
  it("make room for others, with an answer", async () => {
    const { connect, post } = await testServer({}, { maxBodiesBytes: 100_000 });
    const half = `${postHead}Content-Length: 60000\r\n\r\n${" ".repeat(40_000)}`;
    const sockets = [await connect(half), await connect(half), await connect(half)];
    const first = await Promise.race(sockets.map((socket) => refusalOn(socket)));
    const detail = "Request was throttled. Expected available in 1 seconds.";
    expect(first).toMatchObject({ status: 429, detail });
    expect((await post("/register/", { username: "ada", password })).status).toBe(201);
  });

  it("are cut when they come more slowly than anybody's line is", async () => {
    const limits = { bodyGraceMs: 0, minBodyBytesPerSecond: 1000, checkEveryMs: 20 };
    const { connect, faults } = await testServer({}, limits);
    const socket = await connect(`${postHead}Content-Length: 60000\r\n\r\n{`);
    expect(await refusalOn(socket)).toMatchObject({
      status: 408,
      detail: "The request took too long to come.",
    });
    expect(faults).toEqual([]);
  });
});

describe("an import of more expenses than a call may have", () => {
  it("is refused by its field, however many there are", async () => {
    const { url, post, connect } = await testServer();
    await post("/register/", { username: "ada", password });
    const answer = await post("/api/token/", { username: "ada", password });
    const { access } = (await answer.json()) as { access: string };
    const body = `{"source":"x","expenses":[${"{},".repeat(1_000_000)}{}]}`;
    const { status, headers } = await fetch(`${url}/healthz`);
    expect({ status, id: headers.has("x-request-id") }).toEqual({ status: 200, id: true });
    const socket = await connect(
      `POST /imports/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${access}\r\n` +
        `Content-Type: application/json\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    if (!socket.write(body)) await once(socket, "drain");
    expect(await allSaidOn(socket)).toContain(
      '{"expenses":["Ensure there are no more than 10000 expenses in a call."]}',
    );
  });
});

describe("a client that takes its time", () => {
  it("over a header is cut", async () => {
    const { connect } = await testServer({}, { headersTimeoutMs: 50, checkEveryMs: 20 });
    const socket = await connect(head);
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 408 ");
  });

  it("before it says anything is cut", async () => {
    const { connect } = await testServer({}, { headersTimeoutMs: 50, checkEveryMs: 20 });
    const socket = await connect("");
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 408 ");
  });

  it("over a body is cut, however steadily it goes on", async () => {
    const { connect, faults } = await testServer(
      {},
      { headersTimeoutMs: 100, requestTimeoutMs: 200, checkEveryMs: 20 },
    );
    const socket = await connect(`${postHead}Content-Length: 1000\r\n\r\n`);
    const drip = setInterval(() => socket.write(" "), 20);
    // Whoever is cut may notice it by writing or by reading.
    socket.on("error", () => undefined);
    socket.resume().on("end", () => socket.destroy());
    await new Promise((resolve) => socket.once("close", resolve));
    clearInterval(drip);
    expect(socket.bytesWritten).toBeLessThan(1000);
    expect(faults).toEqual([]);
  });

  it("between two requests is let go", async () => {
    const { connect } = await testServer({}, { keepAliveMs: 30 });
    const socket = await connect(`${head}\r\n`);
    expect(await allSaidOn(socket)).toContain("HTTP/1.1 401 ");
  });

  it("in the middle of anything is cut when nothing moves", async () => {
    const { connect } = await testServer({}, { idleMs: 50 });
    const socket = await connect(`${postHead}Content-Length: 1000\r\n\r\n{`);
    expect(await allSaidOn(socket)).toBe("");
  });
});

describe("a client that closes its half of the connection", () => {
  it("once it has asked gets its answer, and the other half is closed", async () => {
    const { connect } = await testServer();
    const body = JSON.stringify({ username: "ada", password });
    const socket = await connect("");
    socket.end(`${postHead}Content-Length: ${body.length}\r\n\r\n${body}`);
    expect(await allSaidOn(socket)).toMatch(/^HTTP\/1.1 201 [\s\S]*"username":"ada"/);
  });

  it("in the middle of a header or body is let go", async () => {
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
  it("beyond those that there may be are closed at once, and others go on", async () => {
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

  it("gets nothing unless its origin is in the settings", async () => {
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

  it("may use the API with a token if it is", async () => {
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
      "access-control-expose-headers": "Link,X-Total-Count,X-Request-Id,Retry-After",
    });
  });
});
