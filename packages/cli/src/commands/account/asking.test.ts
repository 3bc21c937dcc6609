import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const password = "correct-Horse-77-battery";

type Answers = readonly (string | boolean)[];

async function machine() {
  const home = await newFolder();
  return (line: string, answers?: Answers, env: Record<string, string> = {}) =>
    typeLine(home, line.split(" "), answers ? { answers, env } : { env });
}

describe("outlay register", () => {
  it("asks for user name and password, and again for answers that are refused", async () => {
    const type = await machine();
    const first = await type("register", ["a da", "ada", "", password, "typo", password, password]);
    expect(first.asked).toEqual([
      "User name:",
      "User name:",
      "Password:",
      "Password:",
      "Password again:",
      "Password:",
      "Password again:",
    ]);
    expect(first.refused).toEqual([
      "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.",
    ]);
    expect(first.stderr).toContain("The password is empty. Try again:\n");
    expect(first.stderr).toContain("The two passwords differ. Try again:\n");
    expect(first.stdout).toContain("Registered ada on local.");

    const taken = await type("register", ["ada", password, password, "bob"]);
    expect(taken.asked).toEqual(["User name:", "Password:", "Password again:", "User name:"]);
    expect(taken.stderr).toContain("Try again:\n");
    expect(taken.stdout).toContain("Registered bob on local.");
  });

  it("ends if the refused value was not asked for", async () => {
    const type = await machine();
    const env = { OUTLAY_PASSWORD: password };
    await type("register -u ada", undefined, env);
    expect(await type("register -u ada", [password, password])).toMatchObject({ code: 6 });
    expect(await type("register -u ada", undefined, env)).toMatchObject({ code: 6, asked: [] });
  });
});

describe("outlay login", () => {
  it("asks for the server, and again if it can't be reached", async () => {
    const type = await machine();
    await type("register -u ada", undefined, { OUTLAY_PASSWORD: password });
    const answers = ["example", "http://outlay.example.org", "http://127.0.0.1:1", "local"];
    const typed = await type("login", [...answers, "ada", "wrong", "", password]);
    expect(typed.refused).toEqual([
      '"example" is not the address of a server. Write it like https://outlay.example.org or http://127.0.0.1:8000.',
      "http://outlay.example.org is plain http: anybody on the network could read your password and tokens. Use https, or add --insecure if you trust the network.",
      "http://127.0.0.1:1 can't be reached (ECONNREFUSED). Check that the server is running and that its address is right.",
    ]);
    expect(typed.asked.slice(4)).toEqual(["User name:", "Password:", "User name:", "Password:"]);
    expect(typed.stderr).toContain(
      "The user name or the password is wrong.\nIf you have no account there yet, create one with: outlay register\nTry again:\n",
    );
    expect(typed.stdout).toContain("Logged in to local as ada.");
  });

  it("asks nothing without a terminal, and stores nothing after Ctrl-C", async () => {
    const type = await machine();
    expect(await type("login --no-input", [])).toMatchObject({ code: 2, asked: [] });
    expect(await type("login", ["Ctrl-C"])).toMatchObject({ code: 130 });
    expect(await type("login", ["local", "ada", "Ctrl-C"])).toMatchObject({ code: 130 });
    expect((await type("profile list --json")).stdout).not.toContain("example");
  });
});

describe("the first command on a machine", () => {
  const greeting = /^Your data are stored on this machine, in .*\. See: outlay --help$/m;

  it("greets a person once", async () => {
    const type = await machine();
    const first = await type("add 1 Bread -c food", []);
    expect(first.stderr).toMatch(greeting);
    expect(first.stderr.split("\n")).toHaveLength(2);
    expect((await type("add 1 Bread -c food", [])).stderr).toBe("");
    await type("logout", []);
    expect((await type("add 1 Bread -c food", [])).stderr).toBe("");
  });

  it.each(["--quiet", "--json"])("greets nobody with %s", async (option) => {
    const type = await machine();
    expect((await type(`add 1 Bread -c food ${option}`, [])).stderr).toBe("");
    expect((await type("add 1 Bread -c food", [])).stderr).toBe("");
  });

  it("greets no script", async () => {
    const type = await machine();
    expect((await type("add 1 Bread -c food")).stderr).toBe("");
  });

  it("names the folder as it is typed from home", async () => {
    const type = await machine();
    const home = await newFolder();
    const env = { HOME: home, OUTLAY_DATA: `${home}/money` };
    expect((await type("list", [], env)).stderr).toContain("in ~/money.");
  });
});
