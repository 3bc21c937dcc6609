/** Accidents and attacks from the network against a real `outlay serve` with its own limits. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text as allOf } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { newFolder, outlay, type Serving, serve } from "./program.ts";

const password = "correct-Horse-77-battery";

interface PostOptions {
  access?: string;
  signal?: AbortSignal;
}

const post = (url: string, path: string, sent: object, { access, ...options }: PostOptions = {}) =>
  fetch(url + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    body: JSON.stringify(sent),
    ...options,
  });

const logIn = (url: string, username: string, tried: string) =>
  post(url, "/api/token/", { username, password: tried });

async function register(url: string, ...usernames: string[]): Promise<void> {
  for (const username of usernames) {
    expect((await post(url, "/register/", { username, password })).status).toBe(201);
  }
}

/** Registers a user, and returns the access token. */
async function newUser(url: string, username: string): Promise<string> {
  await register(url, username);
  const { access } = (await (await logIn(url, username, password)).json()) as { access: string };
  return access;
}

async function record(url: string, access: string): Promise<number> {
  const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };
  return (await post(url, "/expenses/", lunch, { access })).status;
}

/** A client's connection that is closed at the end of the test. */
async function connectTo({ url }: Pick<Serving, "url">): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  // Some of these connections are expected to be cut.
  socket.on("error", () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, "connect");
  return socket;
}

const connectMany = (server: Pick<Serving, "url">, count: number) =>
  Promise.all(Array.from({ length: count }, () => connectTo(server)));

/** Sends a byte a second until the server closes the connection. */
function drip(socket: Socket, said: string): Promise<unknown> {
  socket.write(said);
  const timer = setInterval(() => socket.write("x"), 1000);
  const over = new Promise((resolve) => {
    socket.once("close", resolve);
    // Closes its own side when the server has.
    socket.resume().once("end", () => socket.destroy());
  });
  return over.finally(() => clearInterval(timer));
}

const slowHead = "POST /api/token/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

describe("connections", () => {
  it("that are idle disturb nobody, even two thousand of them", async () => {
    const server = await serve(await newFolder());
    const access = await newUser(server.url, "ada");
    const idle = await connectMany(server, 2000);
    expect(await record(server.url, access)).toBe(201);
    // Connections that have sent a request before are kept for longer.
    for (const socket of idle.slice(0, 1000)) {
      socket.write("GET /me/ HTTP/1.1\r\nHost: x\r\n\r\n");
      await once(socket, "data");
    }
    expect(await record(server.url, access)).toBe(201);
    expect(idle.slice(0, 1000).every(({ readyState }) => readyState === "open")).toBe(true);
  });

  it("of clients that send a byte a second are cut, and others are served meanwhile", async () => {
    const server = await serve(await newFolder());
    const access = await newUser(server.url, "ada");
    const slow = await connectMany(server, 200);
    const cut = Promise.all(slow.map((socket) => drip(socket, slowHead)));
    let served = 0;
    while (slow.some(({ destroyed }) => !destroyed)) {
      expect(await record(server.url, access)).toBe(201);
      served += 1;
    }
    await cut;
    expect(served).toBeGreaterThan(10);
    expect(await server.stop()).toBe(0);
  });

  it("that are half closed get an answer or are closed, and nothing is half done", async () => {
    const server = await serve(await newFolder());
    const access = await newUser(server.url, "ada");
    const head = [
      "POST /expenses/ HTTP/1.1",
      "Host: x",
      `Authorization: Bearer ${access}`,
      "Content-Type: application/json",
    ].join("\r\n");
    const lunch = JSON.stringify({ amount: 12.5, description: "Lunch", category: "FOOD" });
    const length = `Content-Length: ${lunch.length}`;
    const say = async (said: string) => {
      const socket = await connectTo(server);
      socket.end(said);
      return allOf(socket);
    };

    expect(await say(`${head}\r\n${length}\r\n\r\n${lunch}`)).toMatch(/^HTTP\/1.1 201 .*/);
    expect(await say(`${head}\r\n${length}\r\n\r\n${lunch.slice(0, -5)}`)).not.toContain(" 201 ");
    expect(await say(head)).not.toContain(" 201 ");
    expect(await say("")).toBe("");
    const list = await fetch(`${server.url}/expenses/`, {
      headers: { authorization: `Bearer ${access}` },
    });
    expect(await list.json()).toHaveLength(1);
  });
});

describe("logins", () => {
  it("disturb nobody while their passwords are compared", async () => {
    const { url } = await serve(await newFolder());
    const access = await newUser(url, "ada");
    let answered = 0;
    const logins = Array.from({ length: 20 }, async () => {
      const { status } = await logIn(url, "ada", password);
      answered += 1;
      return status;
    });
    for (let round = 0; round < 10; round += 1) expect(await record(url, access)).toBe(201);
    // Twenty comparisons take longer than ten expenses that don't wait for them.
    expect(answered).toBeLessThan(20);
    expect(new Set(await Promise.all(logins))).toEqual(new Set([200]));
  });

  it("are refused if too many are waiting", async () => {
    const { url } = await serve(await newFolder(), { OUTLAY_RATE_LIMIT: "off" });
    const stop = new AbortController();
    const flood = Array.from({ length: 400 }, async (_, index) => {
      const answer = await post(
        url,
        "/api/token/",
        { username: `name-${index}`, password },
        { signal: stop.signal },
      );
      if (answer.status !== 429) throw new Error(`${answer.status}`);
      return { headers: answer.headers, body: await answer.json() };
    });
    const first = await Promise.any(flood);
    expect(first.headers.get("retry-after")).toBe("1");
    const detail = "Request was throttled. Expected available in 1 seconds.";
    expect(first.body).toEqual({ detail });
    stop.abort();
    await Promise.allSettled(flood);
  });
});

const login = (url: string, username: string, home: string) =>
  outlay(home, ["login", "--server", url, "-u", username], { env: { OUTLAY_PASSWORD: password } });

describe("an attacker who guesses", () => {
  it("one user's password is stopped, and the rest of the household gets in", async () => {
    const { url } = await serve(await newFolder());
    await register(url, "ada", "grace");
    const statuses = [];
    for (let guess = 0; guess < 12; guess += 1) {
      statuses.push((await logIn(url, "ada", `guess-${guess}`)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);

    expect(await login(url, "grace", await newFolder())).toMatchObject({ code: 0 });
    const ada = await login(url, "ada", await newFolder());
    expect(ada.code).toBe(7);
    expect(ada.stderr).toContain("throttled");
  });
});

describe("settings", () => {
  it("are all options of outlay serve, and every fault is named at once", async () => {
    const wrong = ["port", "registration", "rate-limit", "trust-proxy", "cors-origin"];
    const args = wrong.flatMap((option) => [`--${option}`, "wrong"]);
    const { code, stdout, stderr } = await outlay(await newFolder(), ["serve", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const option of wrong) expect(stderr).toContain(`, --${option}) must be`);
  });
});
