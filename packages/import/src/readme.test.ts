import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { expect, it } from "vitest";
import * as door from "./index.ts";
import type { RefusalCode } from "./refusal.ts";

const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? "";

it("the example of the README prints what the README says", async () => {
  const code = block("js").replace(
    /import (\{[^}]*\}) from "@outlay\/import";/,
    "const $1 = door;",
  );
  const lines: string[] = [];
  const console = { log: (line: string) => lines.push(line) };
  const run = compileFunction(`return (async () => {${code}})()`, ["door", "console"]) as (
    ...given: unknown[]
  ) => Promise<void>;
  await run(door, console);
  expect(`${lines.join("\n")}\n`).toBe(block("text"));
});

it("the README has each code of a refusal", () => {
  const codes = {
    unsure: true,
    unreadable: true,
    bad_option: true,
    bad_plan: true,
    bad_pattern: true,
    slow_rule: true,
    storage_full: true,
    storage_unavailable: true,
  } satisfies Record<RefusalCode, true>;
  const [, table = ""] = /\| code [^\n]*\n([^]*?)\n\n/.exec(readme) ?? [];
  const told = [...table.matchAll(/^\| ([^|]*)\|/gm)].flatMap(
    ([, cell = ""]) => cell.match(/\w+_?\w+/g) ?? [],
  );
  expect(told.toSorted()).toEqual(Object.keys(codes).toSorted());
});
