import { expect, it, onTestFinished } from "vitest";
import { household } from "../testing/household.ts";

async function asking() {
  const at = await household();
  onTestFinished(() => at.close());
  return {
    ...at,
    statusOf: async (path: string, method = "GET") =>
      (await at.ask({ method, path, token: at.tokens.ada })).status,
  };
}

it.each(["/%65xpenses/", "/%65%78penses", "/expenses/%31/", "/%6De/", "/do%63s/style%2Ecss"])(
  "a path is the same with escapes: %s",
  async (path) => {
    const { statusOf } = await asking();
    expect(await statusOf(path)).toBe(200);
  },
);

it("an escaped path reveals nothing to unauthorized clients", async () => {
  const at = await asking();
  const seen = async (token?: string) =>
    (await at.ask({ method: "GET", path: "/%65xpenses/%31/", token })).status;
  expect(await seen()).toBe(401);
  expect(await seen(at.tokens.eve)).toBe(404);
  const headers = { "x-forwarded-for": "192.0.2.1" };
  expect(await at.ask({ method: "GET", path: "/%6detrics", headers })).toMatchObject({
    status: 404,
  });
});

it.each([
  // An escaped slash doesn't separate anything.
  "/expenses%2F",
  "/expenses%2f1/",
  "/expenses/1%2Frestore/",
  // Escapes are decoded once.
  "/expenses/%2531/",
  "/%2565xpenses/",
  "/expenses/%ff/",
  "/%C3%28",
  "/expenses/%",
  "/expenses/%zz/",
  "/%",
  "/expenses/%00/",
  "/expenses/%31%00/",
  "/expenses/1%3F/",
  "/expenses%5C1/",
  "/%2F%2Fexpenses/",
  "/%EF%BC%A5xpenses/",
])("an unknown path is a 404: %s", async (path) => {
  const at = await asking();
  const { status, text } = await at.ask({ method: "GET", path, token: at.tokens.ada });
  expect({ status, body: JSON.parse(text) as unknown }).toEqual({
    status: 404,
    body: { detail: "Not found." },
  });
  expect(at.faults).toEqual([]);
});

it.each([
  [401, "/expenses/", {}, "GET, POST, HEAD, OPTIONS"],
  [401, "/expenses/1/", { authorization: "Bearer x" }, "GET, PUT, PATCH, DELETE, HEAD, OPTIONS"],
  [401, "/register/", { authorization: "Bearer x" }, "POST, OPTIONS"],
  [406, "/budget/", { accept: "image/png" }, "GET, POST, HEAD, OPTIONS"],
  [406, "/api/token/", { accept: "image/png" }, "POST, OPTIONS"],
  [406, "/healthz", { accept: "image/png" }, "GET, HEAD, OPTIONS"],
])("a %s of %s lists the methods in Allow", async (status, path, headers, allow) => {
  const at = await asking();
  const answer = await at.ask({ method: "GET", path, headers });
  expect(answer.status).toBe(status);
  expect(answer.headers["allow"]).toBe(allow);
});
