import { expect, it } from "vitest";
import { testApi } from "../testing/test-api.ts";

const message = ["Null characters are not allowed."];

it.each([
  ["/api/token/refresh/", { refresh: "a\0b" }, { refresh: message }],
  ["/api/token/blacklist/", { refresh: "\0" }, { refresh: message }],
  ["/api/token/verify/", { token: "a.b.c\0" }, { token: message }],
  ["/api/token/", { username: "a\0", password: "\0b" }, { username: message, password: message }],
])("a null character is refused with its own message: %s", async (path, body, answer) => {
  const api = await testApi();
  expect(await api.send("POST", path, body)).toMatchObject({ status: 400, body: answer });
});

it("half a surrogate pair in a token is refused with its own message", async () => {
  const api = await testApi();
  const body = { refresh: "a\ud800" };
  expect(await api.send("POST", "/api/token/refresh/", body)).toMatchObject({
    status: 400,
    body: { refresh: ["Surrogate characters are not allowed: U+D800."] },
  });
});
