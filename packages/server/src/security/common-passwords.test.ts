import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { commonPasswords, isCommonPassword } from "./common-passwords.ts";

const common = await commonPasswords();

it("the list has exactly Django's passwords", () => {
  expect(common.size).toBe(19_727);
  const text = [...common].toSorted().join("\n");
  // The digest of the passwords that Django 3.2 to 5 refuse, one per line in byte order.
  expect(createHash("sha256").update(text).digest("hex")).toBe(
    "56557952932205b8fa36dc12c6df50985576b1933b2cb06a683fbb273d21082f",
  );
});

it.each(["#1stunna", "01011981", "football1", "PASSWORD1", " Sunshine\t", "TrustNo1"])(
  "a password that Django refuses is refused: %o",
  async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  },
);

it.each(["correct-horse", "sun shine", "password-of-mine"])(
  "a password that Django accepts is accepted: %s",
  async (password) => {
    expect(await isCommonPassword(password)).toBe(false);
  },
);

it("the longest password of the list is found, too", async () => {
  const longest = [...common].reduce((long, each) => (each.length > long.length ? each : long));
  expect(await isCommonPassword(longest)).toBe(true);
});
