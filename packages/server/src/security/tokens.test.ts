import { generateKeyPairSync } from "node:crypto";
import jwt from "jsonwebtoken";
import { expect, it } from "vitest";
import { jwtTokens } from "./tokens.ts";

const secret = "0123456789".repeat(4);
const tokens = jwtTokens(secret, () => new Date("2026-11-22T12:00:00Z"));
const subject = { userId: 1, username: "ada", passwordVersion: 1, sessionMark: "mark" };

/** The claims of one of our tokens, signed as somebody else would sign them. */
function forge(key: jwt.Secret, options: jwt.SignOptions): string {
  const claims = jwt.decode(tokens.issue("access", subject)) as object;
  return jwt.sign(claims, key, options);
}

const headerOf = (token: string) => jwt.decode(token, { complete: true })?.header;

it("tokens are signed with HS256", () => {
  const token = tokens.issue("access", subject);
  expect(headerOf(token)).toEqual({ alg: "HS256", typ: "JWT" });
  expect(tokens.read(token)).toMatchObject(subject);
  expect(tokens.read(forge(secret, { algorithm: "HS256" }))).toMatchObject(subject);
});

it.each(["HS384", "HS512"] as const)(
  "tokens are invalid with %s, though the key is ours",
  (algorithm) => {
    const token = forge(secret, { algorithm });
    expect(headerOf(token)).toMatchObject({ alg: algorithm });
    expect(tokens.read(token)).toBeUndefined();
  },
);

it("tokens without a signature are invalid", () => {
  const token = forge("", { algorithm: "none" });
  expect(headerOf(token)).toMatchObject({ alg: "none" });
  expect(tokens.read(token)).toBeUndefined();
  const [, claims] = tokens.issue("access", subject).split(".");
  for (const alg of ["none", "None", "NONE", "HS256"]) {
    const header = Buffer.from(JSON.stringify({ alg, typ: "JWT" })).toString("base64url");
    expect(tokens.read(`${header}.${claims}.`)).toBeUndefined();
  }
});

it.each(["RS256", "PS256"] as const)("tokens with %s are invalid", (algorithm) => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  expect(tokens.read(forge(privateKey, { algorithm }))).toBeUndefined();
});

it("tokens of another key are invalid", () => {
  expect(tokens.read(forge("9876543210".repeat(4), { algorithm: "HS256" }))).toBeUndefined();
});
