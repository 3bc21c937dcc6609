import { describe, expect, it } from "vitest";
import { allSaidOn, refusalOn, testServer } from "../testing/network-server.ts";

const head = "GET /me/ HTTP/1.1\r\nHost: x\r\n";
const postHead = "POST /register/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

const inFull = { requestId: expect.any(String) as unknown, isJson: true, isWhole: true };

describe("an invalid request", () => {
  it.each([
    ["no request line", "GET\r\n\r\n", 400, "The request is not valid HTTP."],
    ["TLS", "\u0016\u0003\u0001\r\n\r\n", 400, "The request is not valid HTTP."],
    ["no host", "GET /me/ HTTP/1.1\r\n\r\n", 400, "The request has no Host header."],
    [
      "a length that isn't a number",
      `${head}Content-Length: x\r\n\r\n`,
      400,
      "The request is not valid HTTP.",
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
  ])(
    "is refused in the same form as other errors, and logged: %s",
    async (_, said, status, detail) => {
      const { connect, requests } = await testServer();
      const refusal = await refusalOn(await connect(said));
      expect(refusal).toEqual({ status, detail, ...inFull });
      expect(requests).toMatchObject([{ requestId: refusal.requestId, status, route: "none" }]);
    },
  );

  it("is refused in the same form if it takes too long, with the id of the request that it began", async () => {
    const { connect, requests } = await testServer({}, { headersTimeoutMs: 50, checkEveryMs: 20 });
    const tooSlow = { status: 408, detail: "The request took too long to arrive.", ...inFull };
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

  it("isn't one of HTTP/1.0 without a host", async () => {
    const { connect } = await testServer();
    const said = await allSaidOn(await connect("GET /me/ HTTP/1.0\r\n\r\n"));
    expect(said).toMatch(/^HTTP\/1.1 401 /);
  });

  it("is answered after the request before it", async () => {
    const { connect } = await testServer();
    const socket = await connect(`${head}\r\nrubbish\r\n\r\n`);
    const said = await allSaidOn(socket);
    expect(said).toMatch(
      /^HTTP\/1.1 401 [\s\S]*provided\."\}HTTP\/1.1 400 [\s\S]*valid HTTP\."\}$/,
    );
    const second = await connect(`${head}\r\nGET /me/ HTTP/1.1\r\n\r\n`);
    expect(await allSaidOn(second)).toMatch(
      /^HTTP\/1.1 401 [\s\S]*HTTP\/1.1 400 [\s\S]*header\."\}$/,
    );
  });
});
