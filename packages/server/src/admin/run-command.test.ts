import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { openTestStore } from "../testing/test-store.ts";
import { password } from "../testing/test-api.ts";
import { runCommand } from "./run-command.ts";

/**
 * Runs `outlay-server` over a folder.
 * @returns what it writes, and its exit code
 */
async function program(folder?: string) {
  const dataFolder = folder ?? (await newFolder());
  return async (words: string, input = "") => {
    const out: string[] = [];
    const said: string[] = [];
    const code = await runCommand(words.split(" "), {
      env: { OUTLAY_DATA: dataFolder },
      platform: "linux",
      version: "1.2.3",
      clock: () => new Date("2026-11-22T12:00:00Z"),
      readInput: async () => input,
      out: (line) => out.push(line),
      say: (line) => said.push(line),
    });
    return { code, out, said };
  };
}

const done = { code: 0 };

async function adaIn(folder: string) {
  const store = await openTestStore({ folder, own: false });
  return store.users.findByName("ada");
}

describe("outlay-server user", () => {
  it("adds an account with a generated password that is shown once", async () => {
    const run = await program();
    const { code, out, said } = await run("user add ada");
    expect({ code, said }).toEqual({
      code: 0,
      said: ['Created the account "ada".', "Its password, which won't be shown again:"],
    });
    expect(out).toEqual([expect.stringMatching(/^[\w-]{32}$/)]);
    expect((await run("user list")).out).toEqual(["1\tada\t2026-11-22T12:00:00.000Z"]);
  });

  it("takes a password from stdin, and shows none", async () => {
    const run = await program();
    expect(await run("user add ada --password-stdin", `${password}\n`)).toEqual({
      code: 0,
      out: [],
      said: ['Created the account "ada".'],
    });
  });

  it("refuses a taken name, and passwords that the API refuses", async () => {
    const run = await program();
    await run("user add ada");
    expect(await run("user add ada")).toEqual({
      code: 6,
      out: [],
      said: ["A user with that username already exists."],
    });
    const stdin = "--password-stdin";
    expect(await run(`user add grace ${stdin}`, "sunshine")).toMatchObject({
      code: 6,
      said: ["This password is too common."],
    });
    expect(await run(`user reset-password ada ${stdin}`, "12345")).toMatchObject({ code: 6 });
    expect(await run(`user add grace ${stdin}`, "\n")).toMatchObject({
      code: 2,
      said: ["There is no password on stdin."],
    });
  });

  it("sets a new password, which ends sessions", async () => {
    const folder = await newFolder();
    const run = await program(folder);
    await run("user add ada");
    const { passwordHash, passwordVersion } = (await adaIn(folder)) ?? {};
    const { code, out, said } = await run("user reset-password ada");
    expect({ code, said }).toEqual({
      code: 0,
      said: [
        '"ada" has a new password and must log in again. API keys stay valid.',
        "Its password, which won't be shown again:",
      ],
    });
    expect(out).toHaveLength(1);
    const ada = await adaIn(folder);
    expect(ada?.passwordHash).not.toBe(passwordHash);
    expect(ada?.passwordVersion).toBeGreaterThan(passwordVersion ?? Infinity);
  });

  it("removes an account after confirmation", async () => {
    const run = await program();
    await run("user add ada");
    expect(await run("user remove ada")).toEqual({
      code: 2,
      out: [],
      said: [
        `This removes "ada" with 0 expenses and 0 budgets, and can't be undone. To confirm, add --yes.`,
      ],
    });
    expect((await run("user list")).out).toHaveLength(1);
    expect(await run("user remove ada --yes")).toMatchObject(done);
    expect((await run("user list")).out).toEqual([]);
  });

  it.each([["reset-password nobody"], ["remove nobody --yes"]])(
    "refuses an unknown account: %s",
    async (words) => {
      const run = await program();
      expect(await run(`user ${words}`)).toEqual({
        code: 5,
        out: [],
        said: ['There is no account "nobody". See: outlay-server user list'],
      });
    },
  );

  it("refuses changes while a server owns the folder, but lists accounts", async () => {
    const folder = await newFolder();
    const run = await program(folder);
    await run("user add ada");
    const server = await openTestStore({ folder, own: true });
    await server.announce("http://127.0.0.1:8000");
    for (const words of ["add grace", "reset-password ada", "remove ada --yes"]) {
      const { code, out, said } = await run(`user ${words}`);
      expect({ code, out }).toEqual({ code: 7, out: [] });
      expect(said).toEqual([
        expect.stringMatching(
          /^The data folder is .* Stop that server, run this command again, then start the server\.$/,
        ),
      ]);
    }
    expect((await run("user list")).out).toHaveLength(1);
  });

  it("refuses a folder that doesn't exist", async () => {
    const folder = join(await newFolder(), "not");
    const run = await program(folder);
    expect(await run("user list")).toEqual({
      code: 5,
      out: [],
      said: [`There is no data folder ${folder}.`],
    });
  });

  it("works on the folder that --data names", async () => {
    const run = await program();
    const other = await newFolder();
    expect(await run(`user add ada --data ${other}`)).toMatchObject(done);
    expect((await run("user list")).out).toEqual([]);
    expect((await run(`user list --data ${other}`)).out).toHaveLength(1);
  });

  it.each([
    ["usr add ada", 'There is no command "usr add ada".'],
    ["user", 'There is no command "user".'],
    ["user rename ada", 'There is no command "user rename".'],
    ["user add", '"user add" needs the account\'s name.'],
    ["user list ada", '"user list" takes no name.'],
    ["user list --password-stdin", `"user list" doesn't take a password.`],
    ["user add ada --yes", '"user add" needs no confirmation: leave out --yes.'],
    [
      "user add ada hunter2",
      '"user add" takes one name, and never a password: other users can read arguments.',
    ],
    ["user add ada --password=hunter2", /^Unknown option '--password'\./],
  ])("refuses with a reason: %s", async (words, message) => {
    const run = await program();
    const { code, out, said } = await run(words);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(said.join("\n")).toMatch(message);
    expect(said.join("\n")).toContain("See: outlay-server --help");
  });

  it("prints its help and its version", async () => {
    const run = await program();
    const { code, out } = await run("user add --help");
    expect(code).toBe(0);
    expect(out.join("\n")).toContain("outlay-server user reset-password <name>");
    expect(await run("--version")).toEqual({ code: 0, out: ["1.2.3"], said: [] });
  });
});
