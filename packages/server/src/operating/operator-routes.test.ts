import { rename, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import type { OpenApiDocument } from "../openapi/document-types.ts";
import { testApi } from "../testing/test-api.ts";
import { type TestServer, testServer } from "../testing/test-server.ts";

/** The status of the answer to a request with headers that fetch wouldn't send. */
function statusWith(
  url: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
    sent.end();
  });
}

const lunch = { amount: 12.5, description: "A secret lunch", category: "FOOD" };

describe("/healthz", () => {
  it("tells everybody that the server is alive, and its version", async () => {
    const { send } = await testServer();
    for (const path of ["/healthz", "/healthz/"]) {
      const answer = await send("GET", path, undefined, "no token");
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ status: "ok", version });
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await send("HEAD", "/healthz")).status).toBe(200);
    const refused = await send("POST", "/healthz", {});
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("/readyz", () => {
  it("tells whether the data can be written, checked every second, and the log says why not", async () => {
    const { send, folder, passMs, log } = await testServer();
    const ready = async () => {
      const answer = await send("GET", "/readyz");
      return [answer.status, await answer.json()];
    };
    const yes = [200, { status: "ready", detail: null }];
    const no = [503, { status: "unavailable", detail: "The data can't be written." }];
    expect(await ready()).toEqual(yes);
    await rename(folder, `${folder}-away`);
    await writeFile(folder, "in the way");
    expect(await ready()).toEqual(yes);
    passMs(1001);
    expect(await ready()).toEqual(no);
    expect(await log()).toContain("(ENOTDIR)");
    passMs(1001);
    expect(await ready()).toEqual(no);
    await rm(folder);
    await rename(`${folder}-away`, folder);
    passMs(1001);
    expect(await ready()).toEqual(yes);
    // A lasting condition is reported once.
    expect((await log()).match(/can't be written/g)).toHaveLength(1);
    expect(await log()).toContain("The data can be written again.");
  });
});

/** The number of lines that are Outlay's own: Node's lines appear as things happen in it. */
const ownLines = (text: string) => text.match(/^outlay_/gm)?.length ?? 0;

const metricsOf = async ({ send }: TestServer) => (await send("GET", "/metrics")).text();

describe("/metrics", () => {
  it("counts requests by the path's pattern, and times them", async () => {
    const server = await testServer();
    const token = await server.newUser("ada");
    const created = await server.send("POST", "/expenses/", lunch, token);
    expect(created.status).toBe(201);
    for (const path of ["/expenses/1/", "/expenses/1", "/expenses/77/", "/no/such/path?q=x"]) {
      await server.send("GET", path, undefined, token);
    }
    const text = await metricsOf(server);
    const requests = "outlay_http_requests_total";
    expect(text).toContain(`${requests}{method="GET",route="/expenses/:id/",status="200"} 2\n`);
    expect(text).toContain(`${requests}{method="GET",route="/expenses/:id/",status="404"} 1\n`);
    expect(text).toContain(`${requests}{method="GET",route="none",status="404"} 1\n`);
    const durations = "outlay_http_request_duration_seconds";
    expect(text).toContain(`${durations}_count{method="GET",route="/expenses/:id/"} 3\n`);
    expect(text).toContain(`${durations}_bucket{le="10",method="GET",route="/expenses/:id/"} 3\n`);
  });

  it("doesn't grow with anything that callers send", async () => {
    const server = await testServer();
    await metricsOf(server);
    await metricsOf(server);
    const before = ownLines(await metricsOf(server));
    for (let id = 0; id < 5; id += 1) await server.send("GET", `/no/${id}/`);
    for (const method of ["PURGE", "PROPFIND"]) await server.send(method, "/no/0/");
    const text = await metricsOf(server);
    expect(text).toContain('{method="other",route="none",status="404"} 2\n');
    // Two new counters of requests by status, and two histograms.
    expect(ownLines(text) - before).toBe(2 + 2 * 16);
  });

  it("shows stored records, write times, failed logins and the process", async () => {
    const server = await testServer();
    const token = await server.newUser("ada");
    for (let count = 0; count < 3; count += 1) {
      await server.send("POST", "/expenses/", lunch, token);
    }
    expect(await metricsOf(server)).toContain("outlay_login_failures_total 0\n");
    await server.send("POST", "/api/token/", { username: "ada", password: "wrong" });
    const text = await metricsOf(server);
    expect(text).toContain('outlay_store_records{kind="expense"} 3\n');
    expect(text).toContain('outlay_store_records{kind="user"} 1\n');
    expect(text).toMatch(/outlay_store_bytes\{file="journal"\} [1-9]\d{2,}\n/);
    expect(text).toContain('outlay_store_bytes{file="snapshot"} 0\n');
    expect(text).toContain("outlay_store_write_duration_seconds_count 4\n");
    expect(text).toContain("outlay_store_changes_total 4\n");
    expect(text).toContain("outlay_store_write_failures_total 0\n");
    expect(text).toContain("outlay_login_failures_total 1\n");
    expect(text).toContain("outlay_ready 1\n");
    expect(text).toContain(`outlay_build_info{version="${version}"} 1\n`);
    expect(text).toMatch(/process_resident_memory_bytes \d+\n/);
    expect(text).not.toMatch(/ada|secret/);
  });

  it("can be read by programs on this machine, but not through a proxy on it", async () => {
    const { url } = await testServer();
    expect(await statusWith(`${url}/metrics`, {})).toBe(200);
    for (const headers of [
      { "X-Forwarded-For": "203.0.113.7" },
      { Forwarded: "for=203.0.113.7" },
      { Via: "1.1 proxy" },
    ]) {
      expect(await statusWith(`${url}/metrics`, headers)).toBe(404);
      expect(await statusWith(`${url}/metrics/`, headers)).toBe(404);
      expect(await statusWith(`${url}/metrics`, headers, "DELETE")).toBe(404);
    }
    // The page doesn't exist for this name unless a proxy is trusted.
    const named = { Host: "outlay.example" };
    expect(await statusWith(`${url}/metrics`, named)).toBe(403);
    const behind = await testServer({ OUTLAY_TRUST_PROXY: "on" });
    expect(await statusWith(`${behind.url}/metrics`, named)).toBe(404);
  });

  it("can be opened to everybody or to nobody", async () => {
    const all = await testServer({ OUTLAY_METRICS: "public" });
    expect(await statusWith(`${all.url}/metrics`, { "X-Forwarded-For": "203.0.113.7" })).toBe(200);
    const none = await testServer({ OUTLAY_METRICS: "off" });
    expect((await none.send("GET", "/metrics")).status).toBe(404);
  });
});

const operatorPaths = ["/healthz", "/readyz", "/metrics"];

const operatorPathsIn = ({ paths }: OpenApiDocument) =>
  Object.keys(paths).filter((path) => operatorPaths.includes(path));

const describedBy = async ({ send }: TestServer) =>
  (await (await send("GET", "/openapi.json")).json()) as OpenApiDocument;

describe("the API's description", () => {
  it("has all routes of its own server", async () => {
    expect(operatorPathsIn(await describedBy(await testServer()))).toEqual(operatorPaths);
    const off = await describedBy(await testServer({ OUTLAY_METRICS: "off" }));
    expect(operatorPathsIn(off)).toEqual(["/healthz", "/readyz"]);
  });

  it("lacks these routes in the client's own process, which doesn't have them", async () => {
    const { send } = await testApi();
    const { body } = await send("GET", "/openapi.json");
    expect(operatorPathsIn(body as OpenApiDocument)).toEqual([]);
    for (const path of operatorPaths) {
      expect(await send("GET", path)).toMatchObject({ status: 404 });
    }
  });

  it("says that metrics are restricted, unless they are open to all", async () => {
    for (const [metrics, statuses] of [
      ["loopback", ["200", "403", "404", "406", "500"]],
      ["public", ["200", "403", "406", "500"]],
    ] as const) {
      const { paths } = await describedBy(await testServer({ OUTLAY_METRICS: metrics }));
      expect(Object.keys(paths["/metrics"]?.["get"]?.responses ?? {})).toEqual(statuses);
    }
  });
});
