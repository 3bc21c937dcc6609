import { describe, expect, it } from "vitest";
import type { Config } from "./config-file.ts";
import { resolveTarget, type TargetOptions } from "./target.ts";

const config: Config = {
  version: 1,
  profile: "home",
  profiles: {
    home: { server: "https://home.example.org" },
    lan: { server: "http://192.168.1.5:8000", insecure: true },
  },
};

const none: TargetOptions = { profile: undefined, server: undefined, insecure: false };
const resolve = (
  options: Partial<TargetOptions>,
  env: Record<string, string> = {},
  from = config,
) => resolveTarget({ ...none, ...options }, env, from);

describe("the server of a command", () => {
  it("is this machine's data by default", () => {
    expect(resolve({}, {}, { version: 1, profiles: {} })).toEqual({
      profile: "local",
      server: "local",
    });
  });

  it("is taken from option, environment, profile, in this order", () => {
    const env = { OUTLAY_SERVER: "https://env.example.org" };
    expect(resolve({ server: "https://option.example.org/" }, env)).toEqual({
      profile: "option.example.org",
      server: "https://option.example.org",
    });
    expect(resolve({}, env).server).toBe("https://env.example.org");
    expect(resolve({ profile: "home" }, env).server).toBe("https://home.example.org");
    expect(resolve({}, { OUTLAY_PROFILE: "local" }).server).toBe("local");
    expect(resolve({}).server).toBe("https://home.example.org");
  });

  it("has the profile that was created for it", () => {
    expect(resolve({ server: "https://home.example.org" }).profile).toBe("home");
  });

  it("is identified by the folder if the data have one of their own", () => {
    expect(resolve({ profile: "local" }, { OUTLAY_DATA: "/srv/x" }).server).toBe("local:/srv/x");
  });

  it("must exist", () => {
    expect(() => resolve({ profile: "work" })).toThrow(
      'There is no profile "work". Profiles: local, home, lan.',
    );
    expect(() => resolve({ profile: "constructor" })).toThrow("There is no profile");
  });
});

describe("plain http", () => {
  it.each(["http://127.0.0.1:8000", "http://localhost:1", "http://[::1]:8000", "http://127.9.9.9"])(
    "is fine for this machine: %s",
    (server) => {
      expect(resolve({ server }).server).toBe(server);
    },
  );

  it.each(["http://example.org", "http://127.0.0.1.example.org", "http://localhost.example.org"])(
    "is refused for another: %s",
    (server) => {
      expect(() => resolve({ server })).toThrow("is plain http");
      expect(resolve({ server, insecure: true }).server).toBe(server);
    },
  );

  it("needs consent only once per profile", () => {
    expect(resolve({ profile: "lan" }).server).toBe("http://192.168.1.5:8000");
    expect(resolve({ server: "http://192.168.1.5:8000" }).profile).toBe("lan");
  });
});

it.each(["example.org", "ftp://example.org", "http://", "https://ada:pw@example.org", "x y"])(
  "is refused as a server's address: %s",
  (server) => {
    expect(() => resolve({ server })).toThrow(/address/);
  },
);
