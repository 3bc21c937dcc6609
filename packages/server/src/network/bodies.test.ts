import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { allSaidOn, refusalOn, testServer } from "../testing/network-server.ts";
import { password } from "../testing/test-api.ts";

const head = "GET /me/ HTTP/1.1\r\nHost: x\r\n";
const postHead = "POST /register/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

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

  it("doesn't send a body that would be refused anyway", async () => {
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

describe("bodies that never arrive completely", () => {
  it("are refused to make room for others", async () => {
    const { connect, post } = await testServer({}, { maxBodiesBytes: 100_000 });
    const half = `${postHead}Content-Length: 60000\r\n\r\n${" ".repeat(40_000)}`;
    const sockets = [await connect(half), await connect(half), await connect(half)];
    const first = await Promise.race(sockets.map((socket) => refusalOn(socket)));
    const detail = "Request was throttled. Expected available in 1 seconds.";
    expect(first).toMatchObject({ status: 429, detail });
    expect((await post("/register/", { username: "ada", password })).status).toBe(201);
  });

  it("are cut off when they arrive more slowly than any real connection", async () => {
    const limits = { bodyGraceMs: 0, minBodyBytesPerSecond: 1000, checkEveryMs: 20 };
    const { connect, faults } = await testServer({}, limits);
    const socket = await connect(`${postHead}Content-Length: 60000\r\n\r\n{`);
    expect(await refusalOn(socket)).toMatchObject({
      status: 408,
      detail: "The request took too long to arrive.",
    });
    expect(faults).toEqual([]);
  });
});

describe("an import of more expenses than a call may have", () => {
  it("is refused for its field, however many there are", async () => {
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
