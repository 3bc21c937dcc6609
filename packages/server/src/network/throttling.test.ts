import { describe, expect, it } from "vitest";
import { password } from "../testing/test-api.ts";
import { allSaidOn, testServer } from "../testing/network-server.ts";

async function serverWith(env: Record<string, string>, ...usernames: string[]) {
  const server = await testServer(env);
  const logIn = (username: string, text: string, headers: Record<string, string> = {}) =>
    server.post("/api/token/", { username, password: text }, headers);
  for (const username of usernames) await server.post("/register/", { username, password });

  /** The statuses of wrong guesses. */
  async function guess(times: number, username: string, headers: (index: number) => object) {
    const statuses = [];
    for (let index = 0; index < times; index += 1) {
      const { status } = await logIn(username, "wrong", { ...headers(index) });
      statuses.push(status);
    }
    return statuses;
  }
  return { ...server, logIn, guess };
}

/** A login as text to send on a raw connection. */
function says(username: string): string {
  const body = JSON.stringify({ username, password });
  return (
    `POST /api/token/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
    `Connection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

const plain = () => ({});
const ten401 = Array<number>(10).fill(401);

describe("a server", () => {
  it("refuses the eleventh guess, and accepts the logins of others in the household", async () => {
    const { logIn, guess } = await serverWith({}, "ada", "grace");
    expect(await guess(11, "ada", plain)).toEqual([...ten401, 429]);
    const refused = await logIn("ada", password);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused.json()).toEqual({
      detail: `Request was throttled. Expected available in ${seconds} seconds.`,
    });
    expect((await logIn("grace", password)).status).toBe(200);
  });

  it("counts wrong passwords for the account's own calls too", async () => {
    const { url, logIn } = await serverWith({}, "ada");
    const { access } = (await (await logIn("ada", password)).json()) as { access: string };
    const call = async (method: string, path: string, body: object) => {
      const { status } = await fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${access}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return status;
    };
    const change = { current_password: "wrong", new_password: `${password}-2` };
    for (let round = 0; round < 5; round += 1) {
      expect(await call("PUT", "/me/password/", change)).toBe(400);
      expect(await call("DELETE", "/me/", { password: "wrong" })).toBe(400);
    }
    expect(await call("PUT", "/me/password/", change)).toBe(429);
    expect(await call("DELETE", "/me/", { password })).toBe(429);
    expect((await logIn("ada", password)).status).toBe(429);
    // The owner of a token is not affected.
    const me = await fetch(`${url}/me/`, { headers: { authorization: `Bearer ${access}` } });
    expect(me.status).toBe(200);
  });

  it("throttles registrations, except from its own machine", async () => {
    const { post } = await serverWith({});
    const register = async (headers: Record<string, string>) => {
      const statuses = [];
      for (let index = 0; index < 21; index += 1) {
        statuses.push((await post("/register/", { username: `ada-${index}` }, headers)).status);
      }
      return statuses;
    };
    // A proxy on this machine identifies itself by a header.
    const throttled = [...Array<number>(20).fill(400), 429];
    expect(await register({ "x-forwarded-for": "192.0.2.7" })).toEqual(throttled);
    expect(await register({})).toEqual(Array<number>(21).fill(400));
  });

  it.each(["on", "off"])(
    "compares passwords for each address in turn, however much another one asks for (OUTLAY_RATE_LIMIT=%s)",
    async (isOn) => {
      const { connect } = await serverWith({ OUTLAY_RATE_LIMIT: isOn }, "ada");
      let answered = 0;
      const flood = [];
      for (let index = 0; index < 60; index += 1) {
        const socket = await connect(says(`name-${index}`), "127.0.0.2");
        socket.once("data", () => (answered += 1));
        flood.push(socket);
      }
      const before = answered;
      const said = await allSaidOn(await connect(says("ada")));
      expect(said).toContain("HTTP/1.1 200 ");
      // Other logins may be compared while this one arrives, and each thread may have one in progress.
      expect(answered - before).toBeLessThan(20);
      for (const socket of flood) socket.destroy();
    },
  );

  it("throttles nobody with OUTLAY_RATE_LIMIT=off", async () => {
    const { logIn, guess } = await serverWith({ OUTLAY_RATE_LIMIT: "off" }, "ada");
    expect(await guess(12, "ada", plain)).toEqual(Array<number>(12).fill(401));
    expect((await logIn("ada", password)).status).toBe(200);
  });
});

// Each attempt claims another address, which stands before the one that proxies add.
const pretending = (index: number) => ({ "x-forwarded-for": `192.0.2.${index}` });
const behindProxy = (index: number) => ({ "x-forwarded-for": `192.0.2.${index}, 198.51.100.7` });
const behindProxies = (index: number) => ({
  "x-forwarded-for": `192.0.2.${index}, 198.51.100.7, 10.0.0.${index}`,
});

describe("a client's address", () => {
  it.each<[string, (index: number) => string]>([
    ["with a port", (index) => `198.51.100.7:${4000 + index}`],
    [
      "as IPv6 in many ways",
      (index) =>
        ["::ffff:198.51.100.7", "::FFFF:c633:6407", "198.51.100.7", "[::ffff:198.51.100.7]:1"][
          index % 4
        ] ?? "",
    ],
    ["in an unreadable way", (index) => `198.51.100.7-${index}`],
  ])("is the same if the proxy writes it %s", async (_, written) => {
    const { guess } = await serverWith({ OUTLAY_TRUST_PROXY: "on" }, "ada");
    const headers = (index: number) => ({ "x-forwarded-for": written(index) });
    expect(await guess(11, "ada", headers)).toEqual([...ten401, 429]);
  });

  it("is never the server's own machine if a proxy is trusted, whatever the proxy leaves out", async () => {
    const { post, url } = await serverWith({ OUTLAY_TRUST_PROXY: "on" });
    const statuses = [];
    for (let index = 0; index < 21; index += 1) {
      statuses.push((await post("/register/", { username: `ada-${index}` })).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(400), 429]);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${(await serverWith({})).url}/metrics`)).status).toBe(200);
  });

  it("is not taken from the client's own header", async () => {
    const { guess } = await serverWith({}, "ada");
    expect(await guess(11, "ada", pretending)).toEqual([...ten401, 429]);
  });

  it("is the address that the trusted proxy has recorded", async () => {
    const { guess, logIn } = await serverWith({ OUTLAY_TRUST_PROXY: "on" }, "ada");
    expect(await guess(11, "ada", behindProxy)).toEqual([...ten401, 429]);
    const elsewhere = await logIn("ada", password, { "x-forwarded-for": "198.51.100.8" });
    expect(elsewhere.status).toBe(200);
  });

  it("is the address that the outer of two trusted proxies has recorded", async () => {
    const { guess, logIn } = await serverWith({ OUTLAY_TRUST_PROXY: "2" }, "ada");
    expect(await guess(11, "ada", behindProxies)).toEqual([...ten401, 429]);
    const elsewhere = await logIn("ada", password, {
      "x-forwarded-for": "198.51.100.7, 198.51.100.8, 10.0.0.1",
    });
    expect(elsewhere.status).toBe(200);
  });
});
