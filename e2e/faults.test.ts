/** Faults between client and server. */
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Fault, faultyProxy } from "./faulty-proxy.ts";
import { type Ended, newFolder, outlay } from "./program.ts";
import { expire, loggedInThroughProxy, password } from "./sessions.ts";

const html = { "content-type": "text/html" };
const json = { "content-type": "application/json" };

/** A client, a server, and a faulty proxy between them. */
async function throughProxy() {
  const client = await loggedInThroughProxy();
  // The session of another machine that has slept for an hour.
  const rested = await newFolder();
  await cp(client.home, rested, { recursive: true });
  await expire(rested, client.dataFolder, ["access"]);
  return { ...client, rested };
}

type Client = Awaited<ReturnType<typeof throughProxy>>;

/** The requests that faults affect, each from a different command. */
const calls = {
  add: /^POST \/expenses\/$/,
  list: /^GET \/expenses\//,
  refresh: /^POST \/api\/token\/refresh\/$/,
  login: /^POST \/api\/token\/$/,
} as const;

type Name = keyof typeof calls;
const names = Object.keys(calls) as Name[];

const tokensOf = (home: string) => readFile(join(home, "credentials.json"), "utf8");

interface Met extends Ended {
  name: Name;
  areTokensKept: boolean;
}

/** The results of commands that meet the fault once or every time, all run at once. */
async function meet(
  { home, rested, proxy }: Client,
  fault: Fault,
  { what = "Coffee", times = Infinity, timeout = "30" } = {},
): Promise<Met[]> {
  const commands = {
    add: { at: home, args: ["add", "4.20", what, "-c", "food"] },
    list: { at: home, args: ["list"] },
    refresh: { at: rested, args: ["whoami"] },
    login: { at: home, args: ["login", "-u", "ada", "--server", proxy.url] },
  };
  const before = { [home]: await tokensOf(home), [rested]: await tokensOf(rested) };
  proxy.troubles = names.map((name) => ({ fault, at: calls[name], times }));
  const env = { OUTLAY_TIMEOUT: timeout, OUTLAY_PASSWORD: password };
  const all = await Promise.all(
    names.map(async (name) => {
      const { at, args } = commands[name];
      const ended = await outlay(at, args, { env });
      return { name, ...ended, areTokensKept: (await tokensOf(at)) === before[at] };
    }),
  );
  proxy.troubles = [];
  return all;
}

/** The descriptions of all recorded expenses. */
async function recorded({ home }: Client): Promise<string[]> {
  const { stdout } = await outlay(home, ["list", "--all", "--json"]);
  return (JSON.parse(stdout) as { description: string }[])
    .map(({ description }) => description)
    .toSorted();
}

const faults: [what: string, fault: Fault, code: number, said: RegExp][] = [
  ["no answer", "silence", 7, /^outlay: \S+ did not answer within 0\.5 s\.\n/],
  ["a lost answer", "lost", 7, /^outlay: The connection to \S+ was interrupted \(\S+\)\.\n/],
  ["an answer that is cut", "cut", 7, /^outlay: The connection to \S+ was interrupted/],
  [
    "an internal error of the server",
    { status: 500, headers: json, body: '{"detail":"Internal server error.","request_id":"7"}' },
    1,
    /^outlay: Internal server error\.\nThe server failed; your request is not the cause\./,
  ],
  [
    "an overloaded server",
    { status: 429, headers: { ...json, "retry-after": "60" }, body: '{"detail":"Throttled."}' },
    7,
    /^outlay: Throttled\.\nTry again in 60 seconds\./,
  ],
  [
    "JSON of another shape",
    { status: 200, headers: json, body: '{"surprise":1}' },
    7,
    /^outlay: The answer \(200\) does not come from an Outlay server\.\nCheck that the address/,
  ],
  [
    "invalid JSON",
    { status: 200, headers: json, body: '{"id":1,' },
    7,
    /^outlay: The answer \(200\) does not come from an Outlay server\.\nCheck that the address/,
  ],
  [
    "a proxy's page",
    { status: 200, headers: html, body: "<html>Sign in to this network</html>" },
    7,
    /^outlay: The answer \(200\) does not come from an Outlay server\.\nCheck that the address/,
  ],
  [
    "a proxy that asks for a password",
    { status: 401, headers: html, body: "<html>Who are you?</html>" },
    7,
    /^outlay: The answer \(401\) does not come from an Outlay server\.\nCheck that the address/,
  ],
  [
    "a proxy whose server is unavailable",
    { status: 502, headers: html, body: "<html>Bad gateway</html>" },
    7,
    /^outlay: The server is unavailable; a proxy answered in its place \(502\)\.\nTry again later\./,
  ],
];

describe("a fault between client and server", () => {
  it("is reported correctly, and costs no tokens", async () => {
    const client = await throughProxy();
    for (const [what, fault, code, said] of faults) {
      // Only faults that are waited for in vain take this long.
      const timeout = fault === "silence" ? "0.5" : "30";
      for (const met of await meet(client, fault, { what, timeout })) {
        const { name } = met;
        const stderr = expect.stringMatching(said) as string;
        expect({ what, ...met }).toEqual({
          what,
          name,
          code,
          stdout: "",
          stderr,
          areTokensKept: true,
        });
      }
    }
    // Recorded once each, if the request has reached the server.
    const arrived = faults.filter(([, fault]) => typeof fault === "string").map(([what]) => what);
    expect(await recorded(client)).toEqual(arrived.toSorted());
  });

  // The silence has used up the whole time of the request, including a retry.
  it.each<Fault>(["lost", "cut"])(
    "(%s) that occurs once is retried, and an expense is recorded once",
    async (fault) => {
      const client = await throughProxy();
      const once = { times: 1, timeout: "30" };
      for (const { name, code, stderr } of await meet(client, fault, once)) {
        expect({ name, code, stderr }).toMatchObject({ name, code: 0 });
      }
      expect(await recorded(client)).toEqual(["Coffee"]);
      expect(client.proxy.seen.filter((call) => calls.add.test(call))).toHaveLength(2);
    },
  );

  it("is not retried if that could do something twice, and the error says so", async () => {
    const { home, proxy } = await throughProxy();
    await outlay(home, ["add", "4.20", "Coffee", "-c", "food"]);
    proxy.troubles = [{ fault: "lost", at: /^PATCH/ }];

    const { code, stderr } = await outlay(home, ["edit", "1", "--amount", "5"]);

    expect(code).toBe(7);
    expect(stderr).toContain("\nThe change may have been made anyway: check before");
    expect(proxy.seen.filter((call) => call.startsWith("PATCH"))).toHaveLength(1);
  });
});

describe("a server that asks to be retried later", () => {
  const soon = { status: 429, headers: { ...json, "retry-after": "0" }, body: '{"detail":"No."}' };

  it("is retried if that is soon, and given up on at the third time", async () => {
    const client = await throughProxy();
    for (const met of await meet(client, soon, { times: 2 }))
      expect(met).toMatchObject({ code: 0 });
    expect(await recorded(client)).toEqual(["Coffee"]);

    client.proxy.troubles = [{ fault: soon, at: calls.list, times: 3 }];
    expect(await outlay(client.home, ["list"])).toMatchObject({ code: 7, stdout: "" });
    expect(await outlay(client.home, ["list"])).toMatchObject({ code: 0 });
  });
});

describe("a redirection", () => {
  it("is reported without its secrets, and not followed", async () => {
    const client = await throughProxy();
    const elsewhere = await faultyProxy(client.server.url);
    const location = `${elsewhere.url}/expenses/?ticket=secret`;
    for (const met of await meet(client, { status: 307, headers: { location }, body: "" })) {
      expect(met).toMatchObject({
        code: 7,
        areTokensKept: true,
        stderr:
          `outlay: The answer (307) is not from an Outlay server; it redirects to ${elsewhere.url}/expenses/\n` +
          "If the server has moved there, log in again: outlay login --server URL\n",
      });
    }
    expect(elsewhere.seen).toEqual([]);
  });
});

describe("OUTLAY_TIMEOUT", () => {
  it("is refused if it is not a number of seconds", async () => {
    const env = { OUTLAY_TIMEOUT: "soon" };
    const args = ["list", "--server", "http://127.0.0.1:1"];
    expect(await outlay(await newFolder(), args, { env })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'outlay: OUTLAY_TIMEOUT "soon" is not a number of seconds above 0 and up to 600.\n' +
        "Write it like 30, or unset it.\n",
    });
  });
});
