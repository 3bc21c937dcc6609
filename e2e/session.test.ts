import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder, outlay } from "./program.ts";
import { expire, loggedIn, loggedInThroughProxy, password, readSession } from "./sessions.ts";

describe("an expired access token", () => {
  it("is refreshed silently", async () => {
    const { home, dataFolder } = await loggedIn();
    await expire(home, dataFolder, ["access"]);
    const before = await readSession(home);

    expect(await outlay(home, ["whoami"])).toEqual({ code: 0, stdout: "ada\n", stderr: "" });

    const after = await readSession(home);
    expect(after.access).not.toBe(before.access);
    expect(after.refresh).toBe(before.refresh);
  });

  it("is refreshed if only the server knows that it is invalid", async () => {
    const { home } = await loggedIn();
    const { access } = await readSession(home);
    const path = join(home, "credentials.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(access, `${access.slice(0, -4)}AAAA`));

    expect(await outlay(home, ["whoami"])).toEqual({ code: 0, stdout: "ada\n", stderr: "" });
  });

  it("doesn't stop fifty commands that notice it at once, though a slow server's answer gets lost", async () => {
    const { home, dataFolder, proxy } = await loggedInThroughProxy();
    await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
    await expire(home, dataFolder, ["access"]);
    const { refresh } = await readSession(home);
    const isRefresh = /^POST \/api\/token\/refresh\/$/;
    proxy.delayMs = 300;
    proxy.troubles = [{ fault: "lost", at: isRefresh, times: 1 }];

    const lists = await Promise.all(Array.from({ length: 50 }, () => outlay(home, ["list"])));

    for (const list of lists) {
      expect(list).toMatchObject({ code: 0, stderr: "" });
      expect(list.stdout).toContain("Lunch");
    }
    // The refresh happens once, and once more for the lost answer.
    expect(proxy.seen.filter((call) => isRefresh.test(call))).toHaveLength(2);
    expect((await readSession(home)).refresh).toBe(refresh);
    const { mode } = await stat(join(home, "credentials.json"));
    expect(mode & 0o777).toBe(0o600);
    expect(await outlay(home, ["whoami"])).toMatchObject({ code: 0, stdout: "ada\n" });
  });
});

describe("an expired session", () => {
  it("ends a command with 4 and the login command", async () => {
    const { home, server, dataFolder } = await loggedIn();
    await expire(home, dataFolder, ["access", "refresh"]);

    expect(await outlay(home, ["list"])).toEqual({
      code: 4,
      stdout: "",
      stderr: `outlay: The session of ada has expired.\nLog in with: outlay login --server ${server.url}\n`,
    });
  });

  it("is renewed with the environment's password", async () => {
    const { home, dataFolder } = await loggedIn();
    await expire(home, dataFolder, ["access", "refresh"]);

    const env = { OUTLAY_USERNAME: "ada", OUTLAY_PASSWORD: password };
    expect(await outlay(home, ["whoami"], { env })).toMatchObject({ code: 0, stdout: "ada\n" });
  });

  it("of somebody else is replaced by the environment's user", async () => {
    const { home, server } = await loggedIn();
    const grace = { OUTLAY_USERNAME: "grace", OUTLAY_PASSWORD: password };
    const elsewhere = await newFolder();
    await outlay(elsewhere, ["register", "--server", server.url], { env: grace });

    expect(await outlay(home, ["whoami"], { env: grace })).toMatchObject({ stdout: "grace\n" });
    expect(await outlay(home, ["whoami"])).toMatchObject({ stdout: "ada\n" });
  });

  it("is renewed automatically for the data of this machine", async () => {
    const home = await newFolder();
    await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
    await expire(home, join(home, "data"), ["access", "refresh"]);

    const list = await outlay(home, ["list"]);

    expect(list).toMatchObject({ code: 0, stderr: "" });
    expect(list.stdout).toContain("Lunch");
  });

  it("keeps its tokens when the server can't be reached", async () => {
    const { home, server, dataFolder } = await loggedIn();
    await expire(home, dataFolder, ["access"]);
    const before = await readSession(home);
    await server.stop();

    expect(await outlay(home, ["list"])).toMatchObject({ code: 7, stdout: "" });
    expect(await readSession(home)).toEqual(before);
  });
});

describe("logging in", () => {
  it("with the environment's user opens a session that later commands use without it", async () => {
    const { server } = await loggedIn();
    const home = await newFolder();
    const env = { OUTLAY_USERNAME: "ada", OUTLAY_PASSWORD: password };
    expect(await outlay(home, ["login", "--server", server.url], { env })).toMatchObject({
      code: 0,
    });
    expect(await outlay(home, ["whoami"])).toEqual({ code: 0, stdout: "ada\n", stderr: "" });
    expect(await outlay(home, ["whoami"], { env })).toMatchObject({ stdout: "ada\n" });
    expect(await outlay(home, ["logout"], { env })).toMatchObject({ code: 0 });
    expect(await outlay(home, ["whoami"])).toMatchObject({ code: 4 });
  });
});

describe("logging out", () => {
  it("revokes the refresh token on the server and removes it here", async () => {
    const { home, server } = await loggedIn();
    const { refresh } = await readSession(home);

    expect(await outlay(home, ["logout"])).toMatchObject({ code: 0 });

    const answer = await fetch(`${server.url}/api/token/refresh/`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ refresh }),
    });
    expect(answer.status).toBe(401);
    expect(await readFile(join(home, "credentials.json"), "utf8")).not.toContain(refresh);
    expect(await outlay(home, ["list"])).toMatchObject({ code: 4 });
  });
});

describe("OUTLAY_TOKEN", () => {
  it("is used instead of everything stored", async () => {
    const { home, server } = await loggedIn();
    const { access } = await readSession(home);
    const elsewhere = await newFolder();

    const env = { OUTLAY_TOKEN: access, OUTLAY_SERVER: server.url };
    expect(await outlay(elsewhere, ["whoami"], { env })).toMatchObject({ stdout: "ada\n" });
  });

  it("is refused if empty, rather than ignored", async () => {
    const home = await newFolder();
    const { code, stderr } = await outlay(home, ["list"], { env: { OUTLAY_TOKEN: "" } });
    expect(code).toBe(2);
    expect(stderr).toContain("OUTLAY_TOKEN is set, but empty.");
  });
});
