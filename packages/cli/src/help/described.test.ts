import { expect, it } from "vitest";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { newFolder } from "@outlay/testing";
import { programOf, typeLine } from "../testing/type-line.ts";
import type { Descriptions } from "./described.ts";

/** All commands that people type: `budget add`. */
const pathsOf = (command: CommandUnknownOpts, path: readonly string[] = []): string[][] =>
  command.commands
    .filter((child) => !child.name().startsWith("__"))
    .flatMap((child) => {
      const own = [...path, child.name()];
      return [own, ...pathsOf(child, own)];
    });

it("help from the description equals that of the command itself", async () => {
  const home = await newFolder();
  const { stdout } = await typeLine(home, ["__describe"]);
  const read = () => JSON.parse(stdout) as Descriptions;
  const paths = pathsOf(await programOf(home));
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) {
    const of = await typeLine(home, [...path, "--help"]);
    const described = await typeLine(home, [...path, "--help"], { descriptions: read });
    expect(described).toEqual(of);
    expect(of.stdout).toContain(`Usage: outlay ${path.join(" ")}`);
    expect(await typeLine(home, ["help", ...path], { descriptions: read })).toEqual(of);
  }
});

function neverAsked(): Descriptions {
  throw new Error("asked for");
}

it("the description is not used if more than help is requested", async () => {
  for (const line of ["list --month 2026-11", "--help", "--version", "add -d --help"]) {
    const { stderr } = await typeLine(await newFolder(), line.split(" "), {
      descriptions: neverAsked,
    });
    expect(stderr).not.toContain("asked for");
  }
});
