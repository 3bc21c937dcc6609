import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { commandLine } from "./command-line.ts";

it.each(["/home/ada/a-b_c.json", "two words", "it's", '"$HOME"', "", "*", "~/x", "a\nb", "Zürich"])(
  "is taken by a shell as it was meant: %j",
  (word) => {
    const line = commandLine("printf", "%s|", "first", word);
    expect(execFileSync("/bin/sh", ["-c", line], { encoding: "utf8" })).toBe(`first|${word}|`);
  },
);

it("is plain where it can be", () => {
  expect(commandLine("chmod", "600", "/srv/outlay/outlay.json")).toBe(
    "chmod 600 /srv/outlay/outlay.json",
  );
});
