import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { commandLine } from "./command-line.ts";

it.each(["/home/ada/a-b_c.json", "two words", "it's", '"$HOME"', "", "*", "~/x", "a\nb", "Zürich"])(
  "quotes words so that a shell reads them back: %j",
  (word) => {
    const line = commandLine("printf", "%s|", "first", word);
    expect(execFileSync("/bin/sh", ["-c", line], { encoding: "utf8" })).toBe(`first|${word}|`);
  },
);

it("leaves plain words without quotes", () => {
  expect(commandLine("chmod", "600", "/srv/outlay/outlay.json")).toBe(
    "chmod 600 /srv/outlay/outlay.json",
  );
});
