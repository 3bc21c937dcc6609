import fc from "fast-check";
import { expect, it } from "vitest";
import { isMadePassword, madePassword } from "./made-password.ts";

it("distinguishes generated passwords from chosen ones", () => {
  const made = madePassword("a_Z-9".repeat(9).slice(0, 43));
  expect(isMadePassword(made)).toBe(true);
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => !isMadePassword(text)));
  const others = [
    made.slice(1),
    made.slice(0, -1),
    `${made}a`,
    `${made}\n`,
    made.replace("_", "+"),
  ];
  expect(others.filter(isMadePassword)).toEqual([]);
});
