import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { programOf, typeLine } from "../testing/type-line.ts";

/** Values that only the user knows, by their name in the help. */
const ownWords = [
  "address",
  "amount",
  "character",
  "code",
  "columns",
  "count",
  "description",
  "id",
  "key",
  "number",
  "origins",
  "pattern",
  "proxies",
  "rate",
  "share",
  "tag",
  "text",
  "url",
  "value",
  "when",
  "words",
];

const nameIn = (flags: string) => /[<[]([^>\].]+)/.exec(flags)?.[1] ?? "";

/** Command lines that end before a value, by the value's name. */
function* placesIn(command: CommandUnknownOpts, path: string[]): Generator<[string, string[]]> {
  for (const { flags, long, required } of command.options) {
    if (required) yield [nameIn(flags), [...path, long ?? ""]];
  }
  for (const [index, argument] of command.registeredArguments.entries()) {
    yield [argument.name(), [...path, ...Array.from({ length: index }, () => "x")]];
  }
  for (const child of command.commands) {
    if (!child.name().startsWith("__")) yield* placesIn(child, [...path, child.name()]);
  }
}

it("every value either is completed or is known to be free text", async () => {
  const home = await newFolder();
  const isCompleted: Record<string, boolean> = {};
  for (const [name, line] of placesIn(await programOf(home), [])) {
    if (isCompleted[name]) continue;
    const { stdout } = await typeLine(home, ["__complete", "--", ...line, ""]);
    isCompleted[name] = stdout !== "words\n";
  }
  expect(isCompleted["category"]).toBe(true);
  const others = Object.keys(isCompleted).filter((name) => !isCompleted[name]);
  expect(others.toSorted()).toEqual(ownWords);
});
