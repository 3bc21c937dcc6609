import { rename, rm, writeFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { password } from "../testing/test-api.ts";
import { testServer } from "../testing/test-server.ts";
import { createLog } from "./create-log.ts";
import type { ObservedRequest } from "./observe-requests.ts";

const requestId = "3f0c1a52-0000-4000-8000-000000000000";

const shown: ObservedRequest = {
  requestId,
  method: "GET",
  route: "/expenses/:id/",
  status: 200,
  tookMs: 1.2345,
  userId: 7,
  isCut: false,
};

type Options = Parameters<typeof createLog>[0];

/** Returns the lines that are written when something is logged. */
async function written(
  options: Partial<Options>,
  tell: (log: ReturnType<typeof createLog>) => void,
) {
  let text = "";
  tell(createLog({ logLevel: "info", logFormat: "json", ...options }, (line) => (text += line)));
  await setImmediate();
  return text.trimEnd().split("\n");
}

function all(log: ReturnType<typeof createLog>): void {
  log.request({ ...shown, route: "/readyz" });
  log.request(shown);
  log.info("Outlay is listening.");
  log.warn("The disk is full.");
  log.fault({ requestId, error: new Error("broken", { cause: new Error("at the root") }) });
}

describe("the log", () => {
  it("has a line of JSON for each request, with an id to find it by", async () => {
    const [line = ""] = await written({}, (log) => log.request(shown));
    expect(JSON.parse(line)).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      request_id: requestId,
      method: "GET",
      route: "/expenses/:id/",
      status: 200,
      duration_ms: 1.2,
      user_id: 7,
      msg: "request",
    });
  });

  it("names the reason of a refusal", async () => {
    const refused = { ...shown, route: "none", status: 403, code: "unknown_host" } as const;
    const [line = ""] = await written({}, (log) => log.request(refused));
    expect(JSON.parse(line)).toMatchObject({ status: 403, code: "unknown_host" });
  });

  it("has the stacks of a fault and its causes, and no other property of an error", async () => {
    const error = Object.assign(new Error("broken", { cause: new Error("at the root") }), {
      body: "the sender's words",
    });
    const [line = ""] = await written({}, (log) => log.fault({ requestId, error }));
    expect(JSON.parse(line)).toMatchObject({
      level: "error",
      request_id: requestId,
      error: expect.stringMatching(/^Error: broken\n {4}at .*\nCaused by: Error: at the root\n/s),
    });
    expect(line).not.toContain("the sender's words");
  });

  it.each([
    ["debug", 5],
    ["info", 4],
    ["warn", 2],
    ["error", 1],
  ] as const)("has at level %s %d of five lines", async (logLevel, count) => {
    expect(await written({ logLevel }, all)).toHaveLength(count);
  });

  it("can be silenced", async () => {
    expect(await written({ logLevel: "silent" }, all)).toEqual([""]);
  });

  it("is formatted for people at a terminal", async () => {
    const lines = await written({ logFormat: "pretty" }, all);
    expect(lines.slice(0, 4)).toEqual([
      expect.stringMatching(
        new RegExp(
          String.raw`^\d\d:\d\d:\d\d {2}GET /expenses/:id/ {2}200 {2}1\.2 ms {2}user 7 {2}3f0c1a52$`,
        ),
      ),
      "Outlay is listening.",
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}The disk is full\.$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}A request failed: 3f0c1a52-/),
    ]);
    expect(lines[4]).toBe("Error: broken");
    expect(lines.join("\n")).toContain("\nCaused by: Error: at the root\n    at ");
  });

  it("sends no control characters to a terminal", async () => {
    const [line] = await written({ logFormat: "pretty" }, (log) => log.warn("\u001B[2Jgone\u0007"));
    expect(line).toContain("\\u001b[2Jgone\\u0007");
  });
});

it("is written once for all requests of a turn, and immediately for a fault", async () => {
  const writes: string[] = [];
  const options = { logLevel: "info", logFormat: "json" } as const;
  const log = createLog(options, (text) => writes.push(text));
  log.request(shown);
  log.request(shown);
  expect(writes).toEqual([]);
  await setImmediate();
  expect(writes.map((text) => text.split("\n").length - 1)).toEqual([2]);
  log.request(shown);
  log.fault({ requestId, error: new Error("broken") });
  expect(writes.map((text) => text.split("\n").length - 1)).toEqual([2, 2]);
});

describe("the log of a server", () => {
  it("contains neither secrets nor records nor queries", async () => {
    const { send, newUser, log } = await testServer({ OUTLAY_LOG_LEVEL: "debug" });
    const token = await newUser("grace");
    const made = await send("POST", "/api/keys/", { name: "cron", scope: "read" }, token);
    const { secret } = (await made.json()) as { secret: string };
    const expense = {
      amount: 987.65,
      description: "Hush-hush",
      category: "FOOD",
      tags: ["covert"],
    };
    await send("POST", "/expenses/", expense, token);
    await send("POST", "/expenses/", { ...expense, amount: "Hush-hush" }, token);
    await send("GET", "/expenses/?q=Hush-hush&tag=covert", undefined, secret);
    await send("GET", "/Hush-hush/?token=covert", undefined, "covert");
    await send("POST", "/api/token/", { username: "grace", password: "covert" });
    const text = await log();
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(8);
    expect(text).toContain('"route":"/expenses/"');
    expect(text).toContain('"user_id":1');
    for (const never of [
      token,
      secret,
      password,
      "Hush-hush",
      "covert",
      "987.65",
      "grace",
      "olk_",
    ]) {
      expect(text).not.toContain(never);
    }
  });

  it("reports once that the data can't be written, without a stack, and once that they can be again", async () => {
    const { send, newUser, folder, log } = await testServer();
    const token = await newUser("ada");
    const lunch = { amount: 1, description: "Lunch", category: "FOOD" };
    const add = async () => (await send("POST", "/expenses/", lunch, token)).status;
    await rename(folder, `${folder}-away`);
    await writeFile(folder, "in the way");
    expect([await add(), await add(), await add()]).toEqual([503, 503, 503]);
    await rm(folder);
    await rename(`${folder}-away`, folder);
    expect(await add()).toBe(201);
    const text = await log();
    expect(text.match(/can't be written \(ENOTDIR\)/g)).toHaveLength(1);
    expect(text.match(/can be written again/g)).toHaveLength(1);
    expect(text).not.toContain(" at ");
    expect(text.match(/"status":503/g)).toHaveLength(3);
  });
});
