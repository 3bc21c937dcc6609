import { describe, expect, it } from "vitest";
import { password, testApi } from "../testing/test-api.ts";

const next = "another-Horse-88-battery";

describe("/me/", () => {
  it("shows the user's own account", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    expect(await api.send("GET", "/me/", undefined, access)).toMatchObject({
      status: 200,
      body: { id: 1, username: "ada", created_at: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
  });

  it("is removed with all records by DELETE, which requires the password", async () => {
    const api = await testApi();
    const { access, refresh } = await api.newUser("ada");
    await api.send("POST", "/budget/", { amount: 1, description: "x", category: "FOOD" }, access);
    expect(await api.send("DELETE", "/me/", { password: "wrong" }, access)).toMatchObject({
      status: 400,
      body: { password: ["The password is wrong."] },
    });

    expect(await api.send("DELETE", "/me/", { password }, access)).toMatchObject({ status: 204 });

    expect(await api.send("GET", "/me/", undefined, access)).toMatchObject({
      status: 401,
      body: { code: "user_not_found" },
    });
    expect(await api.send("POST", "/api/token/refresh/", { refresh })).toMatchObject({
      status: 401,
    });
    const again = await api.newUser("ada");
    expect(await api.send("GET", "/budget/", undefined, again.access)).toMatchObject({ body: [] });
    expect(await api.send("GET", "/me/", undefined, again.access)).toMatchObject({
      body: { id: 2 },
    });
  });
});

describe("a password that is changed while it is compared for something else", () => {
  it("no longer permits removing the account", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const answers = await Promise.all([
      api.send("PUT", "/me/password/", { current_password: password, new_password: next }, access),
      api.send("DELETE", "/me/", { password }, access),
    ]);
    const ok = answers.map(({ status }) => status).filter((status) => status === 204);
    expect(ok).toHaveLength(1);
  });
});

describe("POST /api/token/blacklist/", () => {
  it("ends a token once, even for several requests at once", async () => {
    const api = await testApi();
    const { refresh } = await api.newUser("ada");
    const ask = () => api.send("POST", "/api/token/blacklist/", { refresh });
    const answers = await Promise.all([ask(), ask(), ask()]);
    const refused = answers.filter(({ status }) => status === 401);
    expect(refused).toHaveLength(2);
    expect(answers).toContainEqual(expect.objectContaining({ status: 200 }));
  });
});

describe("PUT /me/password/", () => {
  it("ends every refresh token issued before, and no later one", async () => {
    const api = await testApi();
    const { access, refresh } = await api.newUser("ada");
    const change = { current_password: password, new_password: next };
    expect(await api.send("PUT", "/me/password/", change, access)).toMatchObject({ status: 204 });

    expect(await api.send("POST", "/api/token/refresh/", { refresh })).toMatchObject({
      status: 401,
    });
    const login = await api.send("POST", "/api/token/", { username: "ada", password: next });
    expect(login).toMatchObject({ status: 200 });
    const { refresh: fresh } = login.body as { refresh: string };
    expect(await api.send("POST", "/api/token/refresh/", { refresh: fresh })).toMatchObject({
      status: 200,
    });
  });

  it("carries out one of several requests that name the same present password, and refuses the others", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const wanted = ["One", "Two", "Three", "Four"].map((word) => `${word}-Battery-Staple-99`);
    const answers = await Promise.all(
      wanted.map((text) =>
        api.send(
          "PUT",
          "/me/password/",
          { current_password: password, new_password: text },
          access,
        ),
      ),
    );
    const kept = wanted.filter((_, index) => answers[index]?.status === 204);
    expect(kept).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status === 204) continue;
      expect({ status, body }).toEqual({
        status: 400,
        body: { current_password: ["The password was changed meanwhile."] },
      });
    }
    for (const text of wanted) {
      const { status } = await api.send("POST", "/api/token/", { username: "ada", password: text });
      expect(status).toBe(text === kept[0] ? 200 : 401);
    }
  });

  it("requires the current password, and a new one that satisfies the rules", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const put = (body: object) => api.send("PUT", "/me/password/", body, access);
    expect(await put({ current_password: "wrong", new_password: next })).toMatchObject({
      status: 400,
      body: { current_password: ["The password is wrong."] },
    });
    expect(await put({ current_password: password, new_password: "sunshine" })).toMatchObject({
      status: 400,
      body: { new_password: ["This password is too common."] },
    });
    expect(await api.send("POST", "/api/token/", { username: "ada", password })).toMatchObject({
      status: 200,
    });
  });
});

describe("passwords", () => {
  it("are compared to their last character, beyond the 72 bytes that bcrypt reads", async () => {
    const api = await testApi();
    const long = "пароль-длинный-".repeat(8);
    await api.send("POST", "/register/", { username: "ada", password: long });
    const attempt = (text: string) =>
      api.send("POST", "/api/token/", { username: "ada", password: text });
    expect(await attempt(long)).toMatchObject({ status: 200 });
    expect(await attempt(`${long.slice(0, -1)}x`)).toMatchObject({ status: 401 });
  });

  it("appear neither in the file nor in an answer", async () => {
    const api = await testApi();
    await api.newUser("ada");
    const user = await api.context.store.users.findByName("ada");
    expect(user?.passwordHash).toMatch(/^bcrypt_sha256\$\$2b\$\d\d\$/);
  });
});

describe("tokens", () => {
  it("expire after 60 minutes and 24 hours", async () => {
    let now = new Date("2026-11-22T12:00:00Z");
    const api = await testApi({ clock: () => now });
    const { access, refresh } = await api.newUser("ada");
    const isAlive = async (token: string) =>
      (await api.send("POST", "/api/token/verify/", { token })).status === 200;

    now = new Date("2026-11-22T12:59:59Z");
    expect([await isAlive(access), await isAlive(refresh)]).toEqual([true, true]);
    now = new Date("2026-11-22T13:00:00Z");
    expect([await isAlive(access), await isAlive(refresh)]).toEqual([false, true]);
    now = new Date("2026-11-23T12:00:00Z");
    expect([await isAlive(access), await isAlive(refresh)]).toEqual([false, false]);
  });
});

describe("data that were created anew", () => {
  it("accept no token of the former data, though the key is the same", async () => {
    const former = await testApi({ jwtSecret: "0123456789".repeat(4) });
    const { access, refresh } = await former.newUser("ada");
    const anew = await testApi({ jwtSecret: "0123456789".repeat(4) });
    await anew.newUser("grace");
    expect(await anew.send("GET", "/me/", undefined, access)).toMatchObject({ status: 401 });
    expect(await anew.send("POST", "/api/token/refresh/", { refresh })).toMatchObject({
      status: 401,
    });
  });
});

describe("a closed server", () => {
  it("refuses registrations", async () => {
    const api = await testApi({ isRegistrationOpen: false });
    expect(await api.send("POST", "/register/", { username: "ada", password })).toMatchObject({
      status: 403,
      body: { detail: "Registration is closed on this server." },
    });
  });
});
