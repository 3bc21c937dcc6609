import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";
import { changesFile } from "../../undo/changes-file.ts";

const work = "https://work.example";
const created = { id: 1, createdAt: "2026-11-22T12:00:00.000Z" };

const session = (profile: string, username = "ada") => ({
  profile,
  server: work,
  username,
  access: `access of ${profile}`,
  refresh: "refresh",
});

/** A machine with two profiles, one of them in use, and the environment's users' sessions. */
async function workingHome(used = "work"): Promise<string> {
  const home = await newFolder();
  const profiles = { work: { server: work }, home: { server: "https://home.example" } };
  await writeFile(
    join(home, "config.json"),
    JSON.stringify({ version: 1, profile: used, profiles }),
    { mode: 0o600 },
  );
  const sessions = [session("work"), session("work (grace)", "grace"), session("home")];
  const credentials = { version: 1, sessions, localAccounts: [] };
  await writeFile(join(home, "credentials.json"), JSON.stringify(credentials), { mode: 0o600 });
  return home;
}

const profilesOf = async (home: string) =>
  (JSON.parse((await typeLine(home, ["profile", "list", "--json"])).stdout) as object[]).map(
    (entry) => Object.values(entry),
  );

describe("outlay profile rm", () => {
  it("removes a profile with its tokens, and says which server commands use from now on", async () => {
    const home = await workingHome();
    const { asked, ...typed } = await typeLine(home, ["profile", "rm", "work"], {
      answers: [true],
    });
    expect(asked).toEqual([`Remove work (${work}) and its tokens? The data on the server stay.`]);
    expect(typed).toMatchObject({
      code: 0,
      stdout: "Removed the profile work.\n",
      stderr: "Commands go to the data on this machine from now on (profile local).\n",
    });
    expect(await profilesOf(home)).toEqual([
      ["local", "local", true],
      ["home", "https://home.example", false],
    ]);
    const { sessions } = JSON.parse(await readFile(join(home, "credentials.json"), "utf8")) as {
      sessions: { profile: string }[];
    };
    expect(sessions.map(({ profile }) => profile)).toEqual(["home"]);
  });

  it("keeps the profile in use if another one is removed", async () => {
    const home = await workingHome("home");
    const typed = await typeLine(home, ["profile", "rm", "work", "--yes", "--json"]);
    expect(JSON.parse(typed.stdout)).toEqual({ profile: "work", server: work, in_use: "home" });
    expect(typed.stderr).toBe("");
    expect((await profilesOf(home)).at(-1)).toEqual(["home", "https://home.example", true]);
  });

  it("forgets the changes made there", async () => {
    const home = await workingHome();
    const file = changesFile(home);
    const whose = { server: work, user: "ada" };
    await file.put(whose, { did: "add", kind: "expense", ...created });
    await typeLine(home, ["profile", "rm", "work", "--yes"]);
    expect(await file.of(whose)).toEqual([]);
  });

  it.each([
    [["work"], undefined, 2, "Removing a profile needs confirmation.\nAdd --yes"],
    [["work"], [false], 130, "Nothing was removed."],
    [
      ["local", "--yes"],
      undefined,
      2,
      'The profile "local" is the data on this machine and is always',
    ],
    [
      ["nowhere", "--yes"],
      undefined,
      2,
      'There is no profile "nowhere". Profiles: local, work, home.',
    ],
  ])("removes nothing with %j", async (words, answers, code, message) => {
    const home = await workingHome();
    const before = await readFile(join(home, "credentials.json"), "utf8");
    const typed = await typeLine(home, ["profile", "rm", ...words], answers ? { answers } : {});
    expect(typed).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) });
    expect(await profilesOf(home)).toHaveLength(3);
    expect(await readFile(join(home, "credentials.json"), "utf8")).toBe(before);
  });
});
