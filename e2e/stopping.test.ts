/** How servers stop when asked to. */
import { describe, expect, it } from "vitest";
import { Api, lunch, register } from "./crash/api.ts";
import { beginCreating, closes, Connection } from "./half-request.ts";
import { newFolder, serve, type Serving, serveStandalone } from "./program.ts";

const body = JSON.stringify(lunch);

const programs: [name: string, start: (home: string) => Promise<Serving>][] = [
  ["outlay serve", serve],
  ["outlay-server", serveStandalone],
];

describe.each(programs)("%s", (_name, start) => {
  async function started() {
    const home = await newFolder();
    const server = await start(home);
    const token = await register(server.url);
    /** The data that the next server has. */
    const kept = async () => new Api((await start(home)).url, token).list();
    return { server, token, api: new Api(server.url, token), kept };
  }

  it.each(["SIGTERM", "SIGINT"] as const)(
    "ends with 0 after %s, and has kept everything it acknowledged",
    async (signal) => {
      const { server, api, kept } = await started();
      const { expense } = await api.record({ ...lunch, external_id: "1" });
      expect(await server.stop(signal)).toBe(0);
      expect(await kept()).toEqual([expense]);
    },
  );

  it("answers the request under way, and closes idle connections", async () => {
    const { server, token, kept } = await started();
    const idle = await Connection.open(server.url);
    idle.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await idle.says('"status":"ok"');
    const fresh = await Connection.open(server.url);
    const { connection, finish } = await beginCreating(server.url, token, body);
    const ended = server.stop();
    await closes(server.url);
    await Promise.all([idle.ended, fresh.ended]);
    finish();
    const answer = await connection.ended;
    expect(answer).toMatch(/HTTP\/1\.1 201 Created\r\n/);
    expect(answer).toMatch(/^Connection: close\r$/im);
    expect(await ended).toBe(0);
    expect(await kept()).toMatchObject([lunch]);
  });

  it("waits only for a limited time for a request that is never completed", async () => {
    const { server, token, kept } = await started();
    const { connection } = await beginCreating(server.url, token, body);
    const headless = await Connection.open(server.url);
    headless.send("POST /expenses/ HTTP/1.1\r\nHost:");
    expect(await server.stop()).toBe(0);
    expect(await connection.ended).not.toContain("201");
    await headless.ended;
    expect(await kept()).toEqual([]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends at once with a second signal: %s", async (signal, code) => {
    const { server, token } = await started();
    await beginCreating(server.url, token, body);
    const ended = server.stop("SIGTERM");
    await closes(server.url);
    expect(await server.stop(signal)).toBe(code);
    expect(await ended).toBe(code);
  });
});
