import { readFile, stat, writeFile } from "node:fs/promises";

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CredentialsFile, type Session } from "./credentials-file.ts";
import { newFolder } from "@outlay/testing";

const session = (profile: string, server = "https://example.org"): Session => ({
  profile,
  server,
  username: "ada",
  access: `access of ${profile}`,
  refresh: "refresh",
});

describe("the credentials file", () => {
  it("loses nothing if several processes change it at once", async () => {
    const folder = await newFolder();
    const names = Array.from({ length: 10 }, (_, index) => `profile-${index}`);
    await Promise.all(
      names.map((name) => {
        const file = new CredentialsFile(folder);
        return file.keepSession(session(name));
      }),
    );
    const file = new CredentialsFile(folder);
    for (const name of names) expect(await file.session(session(name))).toEqual(session(name));
    expect((await stat(join(folder, "credentials.json"))).mode & 0o777).toBe(0o600);
  });

  it("gives a session to the server it belongs to, and to no other", async () => {
    const file = new CredentialsFile(await newFolder());
    await file.keepSession(session("home"));
    expect(await file.session({ profile: "home", server: "https://evil.example" })).toBeUndefined();
    expect(await file.session({ profile: "work", server: "https://example.org" })).toBeUndefined();
  });

  it("keeps a new access token only for the session it was made for", async () => {
    const file = new CredentialsFile(await newFolder());
    const ada = session("home");
    await file.keepSession(ada);
    await file.keepAccess(ada, "new");
    expect(await file.session(ada)).toEqual({ ...ada, access: "new" });

    const bob = { ...ada, username: "bob", refresh: "refresh of bob" };
    await file.keepSession(bob);
    await file.keepAccess(ada, "newer");
    expect(await file.session(ada)).toEqual(bob);

    await file.dropSession(bob);
    await file.keepAccess(bob, "newest");
    expect(await file.session(bob)).toBeUndefined();
  });

  it("forgets one session and no other", async () => {
    const file = new CredentialsFile(await newFolder());
    await file.keepSession(session("home"));
    await file.keepSession(session("work"));
    await file.dropSession(session("home"));
    expect(await file.session(session("home"))).toBeUndefined();
    expect(await file.session(session("work"))).toEqual(session("work"));
  });

  it.each(["", "{", "[]", '{"version":2}', '{"version":1,"sessions":[{}],"localAccounts":[]}'])(
    "is named and left unchanged if it contains %j",
    async (text) => {
      const folder = await newFolder();
      const path = join(folder, "credentials.json");
      await writeFile(path, text);
      const file = new CredentialsFile(folder);
      await expect(file.keepSession(session("home"))).rejects.toMatchObject({
        code: "config_broken",
        message: expect.stringContaining(path),
      });
      expect(await readFile(path, "utf8")).toBe(text);
    },
  );
});
