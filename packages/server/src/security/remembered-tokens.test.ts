import jwt from "jsonwebtoken";
import { expect, it } from "vitest";
import { jwtTokens } from "./tokens.ts";

const secret = "0123456789".repeat(4);
const ada = { userId: 1, username: "ada", passwordVersion: 1, sessionMark: "mark" };

it("verified tokens expire in time even if they were read before", () => {
  let nowMs = Date.parse("2026-11-22T09:30:00Z");
  const tokens = jwtTokens(secret, () => new Date(nowMs));
  const access = tokens.issue("access", ada);
  expect(tokens.read(access)).toMatchObject({ ...ada, type: "access" });
  nowMs += 3599 * 1000;
  expect(tokens.read(access)).toMatchObject(ada);
  nowMs += 1000;
  expect(tokens.read(access)).toBeUndefined();
});

it("verified tokens are read again, however many others were read in between", () => {
  const tokens = jwtTokens(secret, () => new Date());
  const issued = Array.from({ length: 1500 }, (_, userId) =>
    tokens.issue("refresh", { ...ada, userId }),
  );
  for (const read of [issued, issued.toReversed()]) {
    const users = read.map((text) => tokens.read(text)?.userId);
    expect(users).toEqual(read === issued ? [...issued.keys()] : [...issued.keys()].toReversed());
  }
});

it("at most a thousand verified tokens are remembered: the oldest makes room for a new one", () => {
  const tokens = jwtTokens(secret, () => new Date());
  const issued = Array.from({ length: 1001 }, () => tokens.issue("access", ada));
  const [first = "", second = ""] = issued;
  const last = issued.at(-1) ?? "";
  const read = issued.slice(0, 1000).map((text) => tokens.read(text));
  // A remembered token yields the same object as before; a token verified anew yields a new one.
  expect(tokens.read(first)).toBe(read[0]);
  tokens.read(last);
  expect(tokens.read(second)).toBe(read[1]);
  expect(tokens.read(first)).toEqual(read[0]);
  expect(tokens.read(first)).not.toBe(read[0]);
});

it("tokens of another key or algorithm, or with an altered letter, are invalid", () => {
  const tokens = jwtTokens(secret, () => new Date());
  const access = tokens.issue("access", ada);
  expect(tokens.read(access)).toBeDefined();
  const claims = jwt.decode(access) as object;
  expect(tokens.read(jwt.sign(claims, secret, { algorithm: "HS384" }))).toBeUndefined();
  expect(tokens.read(jwt.sign(claims, `${secret}x`))).toBeUndefined();
  expect(tokens.read(jwt.sign(claims, secret))).toBeDefined();
  expect(tokens.read(`${access.slice(0, -2)}${access.endsWith("AA") ? "BB" : "AA"}`)).toBe(
    undefined,
  );
});
