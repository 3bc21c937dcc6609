import { checkOf } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { checksText } from "./checks.ts";
import { columnWidth } from "./column-width.ts";

const { ok, note, fault } = checkOf("folder");
const long = "/home/ada/.local/share/outlay/".repeat(4);

describe("checks", () => {
  it("are listed below each other, each with what to do about it", () => {
    const text = checksText(
      [fault("It is open.", "Close it with: chmod 700 /data"), checkOf("lock").ok("Free.")],
      80,
    );
    expect(text).toBe(
      [
        "fault  folder  It is open.",
        "               Close it with: chmod 700 /data",
        "ok     lock    Free.",
        "",
      ].join("\n"),
    );
  });

  it("are wrapped between words at the terminal's width, and lose none", () => {
    const words = "Zürich 🚆 has more words than a line of a terminal has room for, so it goes on";
    const text = checksText([note(words, words)], 40);
    const lines = text.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(columnWidth(line)).toBeLessThanOrEqual(40);
    expect(text.replaceAll(/\s+/g, " ").trim()).toBe(`note folder ${words} ${words}`);
  });

  it("keep a word that is longer than a line whole, on the first line too", () => {
    const [first] = checksText([note(`${long}, line 6: it is wrong.`, "Mend it.")], 40).split("\n");
    expect(first).toBe(`note   folder  ${long}, line 6:`.slice(0, -" line 6:".length));
  });

  it("are not wrapped if the width is unknown", () => {
    const text = checksText(
      [note("word ".repeat(50).trim(), "word ".repeat(50).trim())],
      undefined,
    );
    expect(text.trimEnd().split("\n")).toHaveLength(2);
  });

  it("keep a command whole on a line of its own, so that it can be copied", () => {
    const line = `chmod 600 '${long} x' ${long}`;
    const lines = checksText([fault("It is open.", `Close it with: ${line}`)], 80).split("\n");
    expect(lines.map((shown) => shown.trim())).toEqual([
      "fault  folder  It is open.",
      "Close it with:",
      line,
      "",
    ]);
  });

  it("show no control characters", () => {
    expect(checksText([ok("Held by \u001B[31mme\n")], 80)).toBe(
      "ok     folder  Held by \uFFFD[31mme \n",
    );
  });

  it("are no lines if there are none", () => {
    expect(checksText([], 80)).toBe("");
  });
});
