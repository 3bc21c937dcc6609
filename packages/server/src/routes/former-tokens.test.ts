/**
 * Tokens made before data were lost or restored open no account but their own, and revive nothing
 * that was ended.
 */
import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import jwt from "jsonwebtoken";
import { describe, expect, it } from "vitest";
import { backUp } from "../store/json/backup/backup.ts";
import { restore } from "../store/json/backup/restore.ts";
import { newFolder } from "@outlay/testing";
import { password, testApi } from "../testing/test-api.ts";

const clock = () => new Date();
const theirs = "another-Horse-88-battery";

interface Tokens {
  access: string;
  refresh: string;
}

type Api = Awaited<ReturnType<typeof testApi>>;

const open = (dataFolder: string) => testApi({ dataFolder });

/** Registers users, and returns the tokens of the last one. */
async function sessionOf(folder: string, ...usernames: string[]): Promise<Tokens> {
  const api = await open(folder);
  let tokens = { access: "", refresh: "" };
  for (const username of usernames) tokens = await api.newUser(username);
  await api.context.store.close();
  return tokens;
}

/** A key of the user who owns these tokens. */
async function keyOf(folder: string, { access }: Tokens) {
  const api = await open(folder);
  const { body } = await api.send("POST", "/api/keys/", { name: "cron", scope: "read" }, access);
  await api.context.store.close();
  return body as { secret: string };
}

async function statusesOf({ send }: Api, { access, refresh }: Tokens) {
  const me = await send("GET", "/me/", undefined, access);
  const refreshed = await send("POST", "/api/token/refresh/", { refresh });
  return [me.status, refreshed.status];
}

const numberIn = ({ access }: Tokens) => (jwt.decode(access) as { user_id: number }).user_id;

const good = [200, 200];
const refused = [401, 401];

const optionsOf = (folder: string) => ({
  folder,
  path: `${folder}.backup.json`,
  fs: nodeFileSystem,
  clock,
  label: "test",
  patienceMs: 0,
  report: () => undefined,
});

const bringBack = (folder: string) => restore(optionsOf(folder), () => Promise.resolve());

/** Removes everything but the key that signs tokens. */
async function loseData(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== "jwt-secret") await rm(join(folder, name), { recursive: true });
  }
}

const newDataFolder = async () => join(await newFolder(), "data");

/**
 * A folder in which the user's number and name can be used again, and that user's earlier tokens.
 */
const ways: [string, () => Promise<{ folder: string; tokens: Tokens }>][] = [
  [
    "the data were removed beside the key",
    async () => {
      const folder = await newDataFolder();
      const tokens = await sessionOf(folder, "ada");
      await loseData(folder);
      return { folder, tokens };
    },
  ],
  [
    "an older copy of the folder was put back by hand",
    async () => {
      const folder = await newDataFolder();
      await sessionOf(folder, "grace");
      await cp(folder, `${folder}.copy`, { recursive: true });
      const tokens = await sessionOf(folder, "ada");
      await rm(folder, { recursive: true });
      await cp(`${folder}.copy`, folder, { recursive: true });
      return { folder, tokens };
    },
  ],
  [
    "an older backup was put back by hand",
    async () => {
      const folder = await newDataFolder();
      await sessionOf(folder, "grace");
      await backUp(optionsOf(folder), false);
      const tokens = await sessionOf(folder, "ada");
      await loseData(folder);
      await cp(optionsOf(folder).path, join(folder, "outlay.json"));
      return { folder, tokens };
    },
  ],
  [
    "an older backup was restored over lost data",
    async () => {
      const folder = await newDataFolder();
      await sessionOf(folder, "grace");
      await backUp(optionsOf(folder), false);
      const tokens = await sessionOf(folder, "ada");
      await loseData(folder);
      await bringBack(folder);
      return { folder, tokens };
    },
  ],
];

describe("a former user's tokens", () => {
  it.each(ways)(
    "don't open a new account of the same number and name where %s",
    async (_, make) => {
      const { folder, tokens } = await make();
      const api = await open(folder);
      const own = await api.newUser("ada");
      expect(numberIn(own)).toBe(numberIn(tokens));
      expect(await statusesOf(api, tokens)).toEqual(refused);
      expect(await statusesOf(api, own)).toEqual(good);
    },
  );

  it("don't open an account of another server with the same key", async () => {
    const jwtSecret = "0123456789".repeat(4);
    const [one, other] = [await testApi({ jwtSecret }), await testApi({ jwtSecret })];
    const tokens = await one.newUser("ada");
    await other.newUser("ada");
    expect(await statusesOf(one, tokens)).toEqual(good);
    expect(await statusesOf(other, tokens)).toEqual(refused);
  });
});

describe("tokens that were revoked since a backup was made", () => {
  it("stay revoked when a removed account is restored", async () => {
    const folder = await newDataFolder();
    let tokens = await sessionOf(folder, "ada");
    await backUp(optionsOf(folder), false);
    for (const _ of ["once", "and again, by the same backup"]) {
      const api = await open(folder);
      await api.send("DELETE", "/me/", { password }, tokens.access);
      await api.context.store.close();
      await bringBack(folder);
      const again = await open(folder);
      expect(await statusesOf(again, tokens)).toEqual(refused);
      const login = await again.send("POST", "/api/token/", { username: "ada", password });
      tokens = login.body as Tokens;
      expect(await statusesOf(again, tokens)).toEqual(good);
      await again.context.store.close();
    }
  });

  it("stay revoked, like keys, if the backup is put in place by hand", async () => {
    const folder = await newDataFolder();
    const tokens = await sessionOf(folder, "ada");
    const { secret } = await keyOf(folder, tokens);
    await backUp(optionsOf(folder), false);
    const api = await open(folder);
    expect(await api.send("GET", "/expenses/", undefined, secret)).toMatchObject({ status: 200 });
    await api.send("DELETE", "/api/keys/1/", undefined, tokens.access);
    const change = { current_password: password, new_password: theirs };
    await api.send("PUT", "/me/password/", change, tokens.access);
    await api.context.store.close();
    await loseData(folder);
    await cp(optionsOf(folder).path, join(folder, "outlay.json"));
    const again = await open(folder);
    expect(await statusesOf(again, tokens)).toEqual(refused);
    expect(await again.send("GET", "/expenses/", undefined, secret)).toMatchObject({
      body: { code: "key_revoked" },
    });
    const login = await again.send("POST", "/api/token/", { username: "ada", password });
    expect(await statusesOf(again, login.body as Tokens)).toEqual(good);
  });

  it("stay revoked if the password has changed, whichever was the later one", async () => {
    const folder = await newDataFolder();
    await sessionOf(folder, "ada");
    await backUp(optionsOf(folder), false);
    const api = await open(folder);
    const login = await api.send("POST", "/api/token/", { username: "ada", password });
    const change = { current_password: password, new_password: theirs };
    const before = login.body as Tokens;
    await api.send("PUT", "/me/password/", change, before.access);
    const later = await api.send("POST", "/api/token/", { username: "ada", password: theirs });
    await api.context.store.close();
    await bringBack(folder);
    const again = await open(folder);
    expect(await statusesOf(again, before)).toEqual(refused);
    expect(await statusesOf(again, later.body as Tokens)).toEqual(refused);
  });

  it("don't affect others: a session without a revoked token goes on, and so does a valid key", async () => {
    const folder = await newDataFolder();
    const tokens = await sessionOf(folder, "ada");
    const { secret } = await keyOf(folder, tokens);
    await backUp(optionsOf(folder), false);
    expect(await bringBack(folder)).toMatchObject({ apiKeys: 1, endedKeys: 0 });
    const api = await open(folder);
    expect(await statusesOf(api, tokens)).toEqual(good);
    expect(await api.send("GET", "/expenses/", undefined, secret)).toMatchObject({ status: 200 });
  });
});

it("versions of a password are not reused if older data are restored by hand", async () => {
  const folder = await newDataFolder();
  await sessionOf(folder, "ada");
  const copy = `${folder}.copy`;
  await cp(folder, copy, { recursive: true });
  const changeTo = async (next: string) => {
    await rm(folder, { recursive: true });
    await cp(copy, folder, { recursive: true });
    const api = await open(folder);
    const login = await api.send("POST", "/api/token/", { username: "ada", password });
    const { access } = login.body as Tokens;
    const change = { current_password: password, new_password: next };
    await api.send("PUT", "/me/password/", change, access);
    const again = await api.send("POST", "/api/token/", { username: "ada", password: next });
    await api.context.store.close();
    return again.body as Tokens;
  };
  const before = await changeTo(theirs);
  const present = await changeTo("a-third-Horse-99-battery");
  const { send } = await open(folder);
  const refreshed = [before, present].map(({ refresh }) =>
    send("POST", "/api/token/refresh/", { refresh }),
  );
  expect((await Promise.all(refreshed)).map(({ status }) => status)).toEqual([401, 200]);
});
