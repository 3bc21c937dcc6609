import { madePassword } from "@outlay/shared";
import { expect, it } from "vitest";
import { type Bcrypt, ownPasswords, steadyPasswords } from "../../security/passwords.ts";
import { madeWorkFactor, workFactor } from "../../security/work-factor.ts";
import { password, testApi } from "../../testing/test-api.ts";

const prefix = (factor: number) => `$2b$${String(factor).padStart(2, "0")}$`;

/** Compares texts without hashing, and records the hashes that were compared. */
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

it("compares a hash of each cost, whichever user it is and whatever is wrong", async () => {
  const { bcrypt, compared } = countingBcrypt();
  const api = await testApi({ passwords: steadyPasswords(bcrypt) });
  const [made = "", otherMade = ""] = ["a", "b"].map((letter) => madePassword(letter.repeat(43)));
  await api.send("POST", "/register/", { username: "ada", password });
  await api.send("POST", "/register/", { username: "grace", password: made });
  const refusals: unknown[] = [];
  for (const [username, text, status] of [
    ["ada", password, 200],
    ["ada", "wrong", 401],
    ["grace", made, 200],
    ["grace", otherMade, 401],
    ["nobody", "wrong", 401],
    ["nobody", made, 401],
  ] as const) {
    const answer = await api.send("POST", "/api/token/", { username, password: text });
    expect(answer.status).toBe(status);
    if (status === 401) refusals.push(answer.body);
    const costs = compared.splice(0).map((hash) => hash.slice(0, 7));
    expect(costs.toSorted(), username).toEqual([prefix(madeWorkFactor), prefix(workFactor)]);
  }
  expect(new Set(refusals.map((body) => JSON.stringify(body))).size).toBe(1);
});

it("hashes a chosen password at full cost, even for a process's own use", async () => {
  expect(await ownPasswords.hash(password)).toContain(prefix(workFactor));
  expect(await ownPasswords.hash(madePassword("a".repeat(43)))).toContain(prefix(madeWorkFactor));
  expect(workFactor).toBeGreaterThan(madeWorkFactor);
});
