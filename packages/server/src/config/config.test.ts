import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BadSettings, readConfig } from "./config.ts";
import { newFolder } from "@outlay/testing";

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, "/data");
  } catch (error) {
    if (error instanceof BadSettings) return error.faults;
    throw error;
  }
  return [];
}

const originsIn = (text: string) => readConfig({ OUTLAY_CORS_ORIGIN: text }, "/data").corsOrigins;

describe("settings", () => {
  it("have defaults for a private server", () => {
    expect(readConfig({}, "/data")).toEqual({
      host: "127.0.0.1",
      port: 8000,
      dataFolder: "/data",
      jwtSecret: undefined,
      isRegistrationOpen: true,
      isRateLimited: true,
      trustedProxies: 0,
      corsOrigins: [],
      maxRecords: 1_000_000,
      metrics: "loopback",
      logLevel: "info",
      logFormat: undefined,
    });
  });

  it("are refused with every fault at once", () => {
    const env = {
      OUTLAY_PORT: "80a",
      OUTLAY_REGISTRATION: "no",
      OUTLAY_JWT_SECRET: "short",
      OUTLAY_RATE_LIMIT: "yes",
      OUTLAY_TRUST_PROXY: "11",
      OUTLAY_MAX_RECORDS: "0",
      OUTLAY_CORS_ORIGIN: "https://example.org/app",
      OUTLAY_METRICS: "private",
      OUTLAY_LOG_LEVEL: "loud",
      OUTLAY_LOG_FORMAT: "xml",
    };
    expect(faultsOf(env)).toEqual([
      'The port "80a" (OUTLAY_PORT, --port) must be a whole number from 0 to 65535.',
      "OUTLAY_JWT_SECRET is shorter than 32 characters.",
      'Registration "no" (OUTLAY_REGISTRATION, --registration) must be open or closed.',
      'The rate limit "yes" (OUTLAY_RATE_LIMIT, --rate-limit) must be on or off.',
      'Trust in proxies "11" (OUTLAY_TRUST_PROXY, --trust-proxy) must be off, on, or the ' +
        "number of proxies (at most 10).",
      'The number of records for an account "0" (OUTLAY_MAX_RECORDS, --max-records) must be a whole number ' +
        "from 1 to 999999999.",
      'The origin "https://example.org/app" (OUTLAY_CORS_ORIGIN, --cors-origin) must be written as ' +
        "browsers do: https://example.org, without a path, several separated by commas.",
      '"private" (OUTLAY_METRICS, --metrics) is not one of loopback, public, off.',
      '"loud" (OUTLAY_LOG_LEVEL, --log-level) is not one of debug, info, warn, error, silent.',
      '"xml" (OUTLAY_LOG_FORMAT, --log-format) is not one of pretty, json.',
    ]);
    expect(faultsOf({ OUTLAY_PORT: "65536" })).toHaveLength(1);
  });

  it("never include an empty key", async () => {
    const empty = join(await newFolder(), "secret");
    await writeFile(empty, "\n");
    expect(faultsOf({ OUTLAY_JWT_SECRET: "" })).toHaveLength(1);
    expect(faultsOf({ OUTLAY_JWT_SECRET_FILE: empty })).toHaveLength(1);
    expect(faultsOf({ OUTLAY_JWT_SECRET_FILE: `${empty}-not` })).toEqual([
      `The file ${empty}-not (OUTLAY_JWT_SECRET_FILE, --jwt-secret-file) can't be read (ENOENT).`,
    ]);
  });

  it("read the key from a file", async () => {
    const file = join(await newFolder(), "secret");
    const secret = "0123456789".repeat(4);
    await writeFile(file, `${secret}\n`);
    expect(readConfig({ OUTLAY_JWT_SECRET_FILE: file }, "/data").jwtSecret).toBe(secret);
  });

  it.each([
    ["off", 0],
    ["on", 1],
    ["0", 0],
    ["2", 2],
  ])("trust this number of proxies: %s", (text, proxies) => {
    expect(readConfig({ OUTLAY_TRUST_PROXY: text }, "/data").trustedProxies).toBe(proxies);
  });

  it("take one origin or several", () => {
    expect(originsIn("https://example.org")).toEqual(["https://example.org"]);
    expect(originsIn("https://example.org, http://localhost:3000")).toEqual([
      "https://example.org",
      "http://localhost:3000",
    ]);
  });

  it.each([
    ["*"],
    ["null"],
    ["example.org"],
    ["https://example.org/"],
    ["https://example.org:443"],
    ["https://Example.org"],
    ["https://a@example.org"],
    ["file:///tmp"],
    ["https://example.org,"],
  ])("refuse an origin that no browser sends: %s", (text) => {
    expect(faultsOf({ OUTLAY_CORS_ORIGIN: text })).toHaveLength(1);
  });
});
