import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyApi } from "../testing/key-api.ts";
import { password } from "../testing/test-api.ts";
import type { ApiKeys } from "../store/api-keys.ts";
import { StorageFull } from "../store/store-errors.ts";
import { keyUses } from "../use-cases/accounts/key-uses.ts";

const cron = { name: "cron", scope: "read" };
const fail = (error: Error) => async (): Promise<void> => {
  throw error;
};
const noon = "2026-11-22T12:00:00.000Z";

describe("POST /api/keys/", () => {
  it("creates a key and shows its secret, which is shown and stored nowhere else", async () => {
    const api = await keyApi();
    const { status, body } = await api.send("POST", "/api/keys/", { ...cron, expires_at: null });
    expect(status).toBe(201);
    const { secret, ...key } = body as { secret: string };
    expect(key).toEqual({
      id: 1,
      name: "cron",
      scope: "read",
      expires_at: null,
      created_at: "2026-11-22T10:00:00.000Z",
      last_used_at: null,
    });
    expect(secret).toMatch(/^olk_[\w-]{43}$/);
    expect(await api.list()).toEqual([key]);
    for (const name of await readdir(api.folder)) {
      expect(await readFile(join(api.folder, name), "utf8"), name).not.toContain(secret);
    }
  });

  it("creates a new secret each time, even for the same name", async () => {
    const api = await keyApi();
    const made = [await api.create(cron), await api.create(cron)];
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(2);
    expect(made.map(({ id }) => id)).toEqual([1, 2]);
  });

  it("accepts an expiry in any time zone, and a form as well as JSON", async () => {
    const api = await keyApi();
    const made = await api.create({ ...cron, expires_at: "2026-11-22T13:00:00+01:00" });
    expect(made.expires_at).toBe(noon);
    const answer = await fetch(`${api.url}/api/keys/`, {
      method: "POST",
      headers: { authorization: `Bearer ${api.access}` },
      body: new URLSearchParams({ name: "form", scope: "import", expires_at: "" }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ name: "form", scope: "import", expires_at: null });
  });

  it.each([
    [{}, { name: ["This field is required."], scope: ["This field is required."] }],
    [{ ...cron, scope: "write" }, { scope: ['"write" is not a valid choice.'] }],
    [
      { ...cron, name: "x".repeat(101) },
      { name: ["Ensure this field has no more than 100 characters."] },
    ],
    [
      { ...cron, expires_at: "2026-11-22T10:00:00Z" },
      { expires_at: ["Ensure this is in the future."] },
    ],
  ])("refuses %j with a message for each field", async (body, wrong) => {
    const api = await keyApi();
    expect(await api.send("POST", "/api/keys/", body)).toMatchObject({ status: 400, body: wrong });
    expect(await api.list()).toEqual([]);
  });

  it.each([
    "tomorrow",
    "2027-02-29T10:00:00Z",
    "2027-01-01T24:00:00Z",
    "2027-01-01T10:00:00",
    "2027-01-01",
    "9999-12-31T23:59:59-23:59",
  ])("refuses %s, which isn't an instant", async (expires_at) => {
    const api = await keyApi();
    expect(await api.send("POST", "/api/keys/", { ...cron, expires_at })).toMatchObject({
      status: 400,
      body: { expires_at: [expect.stringContaining("Datetime has wrong format.")] },
    });
  });
});

describe("a key", () => {
  it("that is revoked is refused with this reason, and is no longer listed", async () => {
    const api = await keyApi();
    const { id, secret } = await api.create(cron);
    expect(await api.sendAs("GET", "/expenses/", undefined, secret)).toMatchObject({ status: 200 });
    expect(await api.send("DELETE", `/api/keys/${id}/`)).toMatchObject({ status: 204, body: null });
    expect(await api.list()).toEqual([]);
    expect(await api.send("DELETE", `/api/keys/${id}/`)).toMatchObject({ status: 404 });
    expect(await api.sendAs("GET", "/expenses/", undefined, secret)).toMatchObject({
      status: 401,
      body: {
        detail: 'The API key "cron" was revoked at 2026-11-22T10:00:00.000Z.',
        code: "key_revoked",
      },
    });
  });

  it("that has expired is refused with this reason from that instant on, and is still listed", async () => {
    const api = await keyApi();
    const { secret } = await api.create({ ...cron, expires_at: noon });
    api.passMinutes(119);
    expect(await api.sendAs("GET", "/me/", undefined, secret)).toMatchObject({ status: 200 });
    api.passMinutes(1);
    const answer = await api.sendAs("GET", "/me/", undefined, secret);
    expect(answer).toMatchObject({
      status: 401,
      body: { detail: `The API key "cron" expired at ${noon}.`, code: "key_expired" },
    });
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="api"');
    const { body } = await api.sendAs("POST", "/api/token/", { username: "ada", password });
    const { access } = body as { access: string };
    expect(await api.sendAs("GET", "/api/keys/", undefined, access)).toMatchObject({
      body: [{ expires_at: noon }],
    });
  });

  it("that was never issued is an invalid token", async () => {
    const api = await keyApi();
    const { secret } = await api.create(cron);
    for (const wrong of ["olk_", `${secret}x`, secret.slice(0, -1), `olk_${"A".repeat(43)}`]) {
      expect(await api.sendAs("GET", "/me/", undefined, wrong)).toMatchObject({
        status: 401,
        body: { code: "token_not_valid" },
      });
    }
  });

  it("acts for its owner, and nobody else can see or revoke it", async () => {
    const api = await keyApi();
    const { id, secret } = await api.create(cron);
    const { access: grace } = await api.newUser("grace");
    expect(await api.sendAs("GET", "/me/", undefined, secret)).toMatchObject({
      body: { username: "ada" },
    });
    expect(await api.sendAs("GET", "/api/keys/", undefined, grace)).toMatchObject({ body: [] });
    expect(await api.sendAs("DELETE", `/api/keys/${id}/`, undefined, grace)).toMatchObject({
      status: 404,
    });
    expect(await api.list()).toHaveLength(1);
  });

  it("survives a new password, and is removed with the account", async () => {
    const api = await keyApi();
    const { secret } = await api.create(cron);
    const next = "another-Horse-88-battery";
    const change = { current_password: password, new_password: next };
    expect(await api.send("PUT", "/me/password/", change)).toMatchObject({ status: 204 });
    expect(await api.sendAs("GET", "/me/", undefined, secret)).toMatchObject({ status: 200 });
    expect(await api.send("DELETE", "/me/", { password: next })).toMatchObject({ status: 204 });
    expect(await api.sendAs("GET", "/me/", undefined, secret)).toMatchObject({
      status: 401,
      body: { code: "token_not_valid" },
    });
  });
});

describe("the time of a key's last use", () => {
  it("is stored at most once in five minutes", async () => {
    const api = await keyApi();
    const { secret } = await api.create(cron);
    const use = () => api.sendAs("GET", "/me/", undefined, secret);
    /** Creates another key first: once that change is answered, all writes that began before it are on the disk. */
    const lastUse = async () => {
      await api.create(cron);
      return (await api.list())[0]?.last_used_at;
    };
    await use();
    expect(await lastUse()).toBe("2026-11-22T10:00:00.000Z");
    api.passMinutes(4);
    await Promise.all([use(), use(), use()]);
    expect(await lastUse()).toBe("2026-11-22T10:00:00.000Z");
    api.passMinutes(1);
    await Promise.all([use(), use(), use()]);
    expect(await lastUse()).toBe("2026-11-22T10:05:00.000Z");
    const journal = await readFile(join(api.folder, "journal.1.jsonl"), "utf8");
    const noted = journal.split("\n").filter((line) => /"lastUsedAt":"/.test(line));
    expect(noted).toHaveLength(2);
  });

  it("never causes a refusal if it can't be written", async () => {
    const failures: unknown[] = [];
    const report = (message: string) => failures.push(message);
    for (const error of [new StorageFull("full"), new Error("a fault of ours")]) {
      const api = await keyApi((context) => {
        const failing: ApiKeys = { ...context.store.apiKeys, noteUse: fail(error) };
        return { ...context, keyUses: keyUses(failing, context.clock, report) };
      });
      const { secret } = await api.create(cron);
      expect(await api.sendAs("GET", "/me/", undefined, secret)).toMatchObject({ status: 200 });
    }
    expect(failures).toEqual(["The use of an API key can't be recorded: Error: a fault of ours"]);
  });
});
