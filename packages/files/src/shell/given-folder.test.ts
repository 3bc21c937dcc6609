import { join } from "node:path";
import { expect, it } from "vitest";
import { givenFolder } from "./given-folder.ts";

const home = join("/home", "ada");

it.each([
  ["/srv/outlay", "/srv/outlay"],
  ["~/outlay", join(home, "outlay")],
  ["~", home],
])("%s names the folder %s", (value, folder) => {
  expect(givenFolder("OUTLAY_HOME", value, home)).toBe(folder);
});

it.each(["outlay", "./outlay", "..", "~bob/outlay", "a/~/b"])(
  "%s is refused, because it depends on the working directory",
  (value) => {
    expect(() => givenFolder("OUTLAY_HOME", value, home)).toThrow(
      `OUTLAY_HOME "${value}" is not an absolute path`,
    );
  },
);
