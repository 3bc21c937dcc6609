import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const former = "correct-Horse-77-battery";
const next = "staple-Donkey-88-wire";
const adaEnv = { OUTLAY_USERNAME: "ada", OUTLAY_PASSWORD: former };

/** A machine whose data have an account that ada created. */
async function adasHome(): Promise<string> {
  const home = await newFolder();
  const args = ["register", "--server", "local"];
  expect(await typeLine(home, args, { env: adaEnv })).toMatchObject({ code: 0 });
  return home;
}

const logIn = (home: string, password: string) =>
  typeLine(home, ["login", "--server", "local", "-u", "ada", "--password-stdin"], {
    input: password,
  });

const sessionsOf = async (home: string) =>
  (
    JSON.parse(await readFile(join(home, "credentials.json"), "utf8")) as {
      sessions: { access: string; refresh: string }[];
    }
  ).sessions;

describe("outlay passwd", () => {
  it("asks for the current password and twice for the new one, and the session continues", async () => {
    const home = await adasHome();
    const before = await sessionsOf(home);
    const answers = [former, next, "mistyped", next, next];
    const { asked, ...typed } = await typeLine(home, ["passwd"], { answers });
    expect(asked).toEqual([
      "Current password:",
      "New password:",
      "New password again:",
      "New password:",
      "New password again:",
    ]);
    expect(typed).toMatchObject({
      code: 0,
      stdout: "Changed the password of ada for the data on this machine.\n",
      stderr:
        "The two passwords differ. Try again:\nAPI keys remain valid. List them with: outlay key list\n",
    });
    const after = await sessionsOf(home);
    expect(after).toHaveLength(1);
    expect(after[0]?.refresh).not.toBe(before[0]?.refresh);
    const tomorrow = new Date("2026-11-23T11:00:00Z");
    expect((await typeLine(home, ["whoami"], { now: tomorrow })).stdout).toBe("ada\n");
    expect(await logIn(home, former)).toMatchObject({ code: 4 });
    expect(await logIn(home, next)).toMatchObject({ code: 0 });
  });

  it("reads both from stdin, one per line", async () => {
    const home = await adasHome();
    const typed = await typeLine(home, ["passwd", "--password-stdin", "--json"], {
      input: `${former}\n${next}\n`,
    });
    expect(JSON.parse(typed.stdout)).toEqual({
      profile: "local",
      server: "local",
      username: "ada",
    });
    expect(await logIn(home, next)).toMatchObject({ code: 0 });
  });

  it.each([
    [[], undefined, 2, "--password-stdin: the current one, and the new one on a line of its own."],
    [["--password-stdin"], former, 2, "Stdin has 1 line.\nGive two lines:"],
    [["--password-stdin"], `${former}\n${next}\n${next}\n`, 2, "Stdin has 3 lines"],
    [["--password-stdin"], `${former}\n\n`, 2, "The new password is empty."],
    [
      ["--password-stdin"],
      `wrong\n${next}`,
      4,
      "The current password is wrong. Nothing was changed.",
    ],
    [["--password-stdin"], `${former}\n12345678`, 6, "new_password: "],
  ])("changes nothing with %j and %j", async (options, input = "", code, message) => {
    const home = await adasHome();
    const typed = await typeLine(home, ["passwd", ...options], { input });
    expect(typed).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) });
    expect(await logIn(home, former)).toMatchObject({ code: 0 });
  });

  it("takes the current one from the environment, and warns that it is now the old one", async () => {
    const home = await adasHome();
    const answers = [next, next];
    const typed = await typeLine(home, ["passwd"], { answers, env: adaEnv });
    expect(typed).toMatchObject({
      code: 0,
      asked: ["New password:", "New password again:"],
      stderr:
        "API keys remain valid. List them with: outlay key list\n" +
        "outlay: OUTLAY_PASSWORD still holds the old password: set it to the new one.\n",
    });
  });

  it("is refused with only a token, which is not a session", async () => {
    const home = await adasHome();
    const env = { OUTLAY_TOKEN: "token" };
    expect(await typeLine(home, ["passwd"], { env, answers: [] })).toMatchObject({ code: 2 });
  });
});

describe("the password of the account that Outlay created", () => {
  it("is replaced in Outlay's own file, so that it still logs in by itself", async () => {
    const home = await newFolder();
    await typeLine(home, ["add", "1", "Tea", "-c", "food"]);
    const typed = await typeLine(home, ["passwd"], { answers: [next, next] });
    expect(typed).toMatchObject({
      code: 0,
      asked: ["New password:", "New password again:"],
      stderr: "Outlay stores it, and continues to log in by itself.\n",
    });
    const later = new Date("2027-01-01T12:00:00Z");
    expect((await typeLine(home, ["list"], { now: later })).stdout).toContain("Tea");

    const input = "wire-Donkey-99-staple\n";
    const again = await typeLine(home, ["passwd", "--password-stdin"], { input, now: later });
    expect(again).toMatchObject({ code: 0 });
    const muchLater = new Date("2028-01-01T12:00:00Z");
    expect((await typeLine(home, ["list"], { now: muchLater })).stdout).toContain("Tea");
  });
});

describe("outlay auth token", () => {
  it("prints only a valid token, renewed if necessary", async () => {
    const home = await adasHome();
    const first = await typeLine(home, ["auth", "token"]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^[\w.-]+\n$/);
    const later = new Date("2026-11-22T13:30:00Z");
    const second = await typeLine(home, ["auth", "token", "--json"], { now: later });
    const { access, access_ends_at } = JSON.parse(second.stdout) as Record<string, string>;
    expect(access_ends_at).toBe("2026-11-22T14:30:00.000Z");
    expect(access).not.toBe(first.stdout.trim());
    const env = { OUTLAY_TOKEN: access ?? "" };
    expect(await typeLine(home, ["whoami"], { env, now: later })).toMatchObject({ code: 0 });
    expect((await typeLine(home, ["auth", "token"], { env, now: later })).stdout.trim()).toBe(
      access,
    );
  });

  it("prints no invalid token", async () => {
    const home = await adasHome();
    const env = { OUTLAY_TOKEN: "nonsense" };
    expect(await typeLine(home, ["auth", "token"], { env })).toMatchObject({ code: 4, stdout: "" });
    const muchLater = new Date("2027-01-01T12:00:00Z");
    expect(await typeLine(home, ["auth", "token"], { now: muchLater })).toMatchObject({
      code: 4,
      stdout: "",
    });
  });
});
