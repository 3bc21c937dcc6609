import { madePassword } from "@outlay/shared";
import { expect, it } from "vitest";
import { type Bcrypt, ownPasswords, steadyPasswords } from "../../security/passwords.ts";
import { madeWorkFactor, workFactor } from "../../security/work-factor.ts";
import { password, testApi } from "../../testing/test-api.ts";

const prefix = (factor: number) => `$2b$${String(factor).padStart(2, "0")}$`;

/** Compares nothing, but says against what it would have. */
function countingBcrypt() {
  const compared: string[] = [];
  const bcrypt: Bcrypt = {
    hash: async (text, factor) => prefix(factor) + text,
    async compare(text, bcryptHash) {
      compared.push(bcryptHash);
      return bcryptHash.slice(7) === text;
    },
  };
  return { bcrypt, compared };
}

it("compares once, and as costly a hash, whether the user is unknown or the password wrong", async () => {
  const { bcrypt, compared } = countingBcrypt();
  const api = await testApi({ passwords: steadyPasswords(bcrypt) });
  await api.send("POST", "/register/", { username: "ada", password });
  const attempt = (username: string, text: string) =>
    api.send("POST", "/api/token/", { username, password: text });
  const comparisons = () => compared.splice(0).map((hash) => hash.slice(0, 7));

  const wrong = await attempt("ada", "wrong");
  const asCostly = comparisons();
  expect(asCostly).toEqual([expect.stringMatching(/^\$2b\$\d\d\$$/)]);
  const unknown = await attempt("nobody", "wrong");
  expect(comparisons()).toEqual(asCostly);
  expect(unknown).toMatchObject({ status: 401, body: wrong.body });
  expect(await attempt("ada", password)).toMatchObject({ status: 200 });
  expect(comparisons()).toEqual(asCostly);
});

it("compares as costly a hash as well where the password was made, whose own is quick", async () => {
  const { bcrypt, compared } = countingBcrypt();
  const api = await testApi({ passwords: steadyPasswords(bcrypt) });
  const [made, other] = ["a", "b"].map((letter) => madePassword(letter.repeat(43)));
  await api.send("POST", "/register/", { username: "ada", password: made });
  for (const [text, status] of [
    [made, 200],
    [other, 401],
  ] as const) {
    const answer = await api.send("POST", "/api/token/", { username: "ada", password: text });
    expect(answer.status).toBe(status);
    const factors = compared.splice(0).map((hash) => hash.slice(0, 7));
    expect(factors).toEqual([prefix(madeWorkFactor), prefix(workFactor)]);
  }
});

it("hashes what a person chose with all its cost, also for a process's own use", async () => {
  expect(await ownPasswords.hash(password)).toContain(prefix(workFactor));
  expect(await ownPasswords.hash(madePassword("a".repeat(43)))).toContain(prefix(madeWorkFactor));
  expect(workFactor).toBeGreaterThan(madeWorkFactor);
});
