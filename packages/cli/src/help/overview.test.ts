import { expect, it } from "vitest";
import { commandTree } from "../program/command-tree.ts";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../testing/type-line.ts";

it("outlay alone fits a small screen and names every command", async () => {
  const { code, stdout, stderr } = await typeLine(await newFolder(), []);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  const lines = stderr.trimEnd().split("\n");
  expect(lines.length).toBeLessThan(24);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  const names = /Commands: ([^.]+)\./.exec(stderr)?.[1]?.split(/,\s+/) ?? [];
  expect(names).toEqual(
    expect.arrayContaining(commandTree.filter(({ isHidden }) => !isHidden).map(({ name }) => name)),
  );
});

it("outlay --help lists everything", async () => {
  const { stdout } = await typeLine(await newFolder(), ["--help"]);
  expect(stdout).toContain("--insecure");
  expect(stdout).toContain("Check the data on this machine");
});
