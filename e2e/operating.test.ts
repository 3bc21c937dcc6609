/** The view of an operator on the real programs. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { version } from "../packages/server/package.json";
import { Api, lunch, register } from "./crash/api.ts";
import { newFolder, serve, serveLimited, serveStandalone, type Serving } from "./program.ts";
import { keys, outlayInTerminal } from "./terminal.ts";

const readiness = async ({ url }: Serving) => {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, ...((await answer.json()) as object) };
};

it.each([serve, serveStandalone])("a server reports its health and readiness", async (start) => {
  const server = await start(await newFolder());
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: "ok", version });
  expect(await readiness(server)).toMatchObject({ status: "ready" });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('outlay_http_requests_total{method="GET",route="/healthz",');
});

it("a server whose disk is full isn't ready", async () => {
  const server = await serveLimited(await newFolder(), 40);
  const api = new Api(server.url, await register(server.url));
  expect(await readiness(server)).toMatchObject({ status: "ready" });
  const long = { ...lunch, description: "x".repeat(255) };
  const fill = async () => {
    for (let count = 0; count < 1000; count += 1) {
      await api.record({ ...long, external_id: String(count) });
    }
  };
  await expect(fill()).rejects.toThrow("507");
  // Readiness is checked again once a second.
  let answer = await fetch(`${server.url}/readyz`);
  while (answer.ok) answer = await fetch(`${server.url}/readyz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: "unavailable", detail: "The disk is full." });
});

it.each([serve, serveStandalone])(
  "a log without a terminal has one line of JSON for each request and fault",
  async (start) => {
    const server = await start(await newFolder());
    await register(server.url);
    await server.stop();
    const lines = server
      .output()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { msg?: string; route?: string; status?: number });
    expect(lines.map(({ msg }) => msg)).toContainEqual(
      expect.stringMatching(/^Outlay is listening on http:/),
    );
    expect(lines).toContainEqual(expect.objectContaining({ route: "/register/", status: 201 }));
    expect(lines.at(-1)).toMatchObject({ msg: "Stopped." });
  },
);

it.each([serve, serveStandalone])(
  "a server keeps running if nobody reads its log",
  async (start) => {
    const server = await start(await newFolder());
    server.stopReading();
    const api = new Api(server.url, await register(server.url));
    for (const id of ["1", "2", "3"]) await api.record({ ...lunch, external_id: id });
    expect(await api.list()).toHaveLength(3);
    expect(await server.stop()).toBe(0);
  },
);

it("at a terminal, a server logs for people, and Ctrl-C stops it", async () => {
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["serve", "--port", "0"], { columns: 120 });
  await screen.shows("Ctrl-C stops it.");
  const [, url = ""] = /^Outlay is listening on (\S+), data in (.+)\. Ctrl-C stops it\.$/m.exec(
    screen.text,
  ) ?? [""];
  expect(screen.text).toContain(`data in ${join(home, "data")}.`);
  await fetch(`${url}/expenses/?q=secret`);
  await screen.shows(/^\d\d:\d\d:\d\d {2}GET \/expenses\/ {2}401 {2}[\d.]+ ms {2}[0-9a-f]{8}$/m);
  screen.type(keys.interrupt);
  expect(await screen.ended).toBe(0);
  expect(screen.text).toMatch(/Stopped\.$/);
  expect(screen.text).not.toContain("secret");
});

it("options of a server override the environment, and all wrong ones are named", async () => {
  const home = await newFolder();
  const env = { OUTLAY_METRICS: "public", OUTLAY_LOG_LEVEL: "info" };
  const options = ["--metrics", "all", "--log-level", "loud", "--log-format", "xml"];
  const screen = outlayInTerminal(home, ["serve", "--port", "0", ...options], {
    env,
    columns: 120,
  });
  expect(await screen.ended).toBe(2);
  for (const what of ['"all" (OUTLAY_METRICS', '"loud" (OUTLAY_LOG_LEVEL', '"xml" (OUTLAY_LOG']) {
    expect(screen.text).toContain(what);
  }
});
