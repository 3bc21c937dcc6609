import { expect, it } from "vitest";
import { type Bcrypt, passwordsOver } from "../../security/passwords.ts";
import { password, testApi } from "../../testing/test-api.ts";

/** Compares nothing, but says against what it would have. */
function countingBcrypt() {
  const compared: string[] = [];
  const bcrypt: Bcrypt = {
    hash: async (text) => `$2b$10$${text}`,
    async compare(text, bcryptHash) {
      compared.push(bcryptHash);
      return bcryptHash === `$2b$10$${text}`;
    },
  };
  return { bcrypt, compared };
}

it("compares once, and as costly a hash, whether the user is unknown or the password wrong", async () => {
  const { bcrypt, compared } = countingBcrypt();
  const api = await testApi({ passwords: passwordsOver(bcrypt) });
  await api.send("POST", "/register/", { username: "ada", password });
  const attempt = (username: string, text: string) =>
    api.send("POST", "/api/token/", { username, password: text });
  const comparisons = () => compared.splice(0).map((hash) => hash.slice(0, 7));

  const wrong = await attempt("ada", "wrong");
  expect(comparisons()).toEqual(["$2b$10$"]);
  const unknown = await attempt("nobody", "wrong");
  expect(comparisons()).toEqual(["$2b$10$"]);
  expect(unknown).toMatchObject({ status: 401, body: wrong.body });
  expect(await attempt("ada", password)).toMatchObject({ status: 200 });
  expect(comparisons()).toEqual(["$2b$10$"]);
});
