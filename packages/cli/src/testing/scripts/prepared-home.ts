import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { type Typed, typeLine } from "../type-line.ts";
import type { ScriptedCommand } from "./scripted-command.ts";
import { preparation } from "./preparation.ts";

export interface PreparedHome {
  /** Makes a copy that is removed at the end of the test. */
  copy(): Promise<string>;
  remove(): Promise<void>;
}

function mustBeDone(line: string, { code, stderr }: Typed): void {
  if (code !== 0) throw new Error(`outlay ${line} ended with ${code}: ${stderr}`);
}

/** A home in which the lines of `preparation` have been typed. */
export async function prepareHome(): Promise<PreparedHome> {
  const prepared = await mkdtemp(join(tmpdir(), "outlay-test-"));
  for (const { line, input = "" } of preparation) {
    mustBeDone(line, await typeLine(prepared, line.split(" "), { input }));
  }
  return {
    async copy() {
      const home = await newFolder();
      await cp(prepared, home, { recursive: true });
      return home;
    },
    remove: () => rm(prepared, { recursive: true, force: true }),
  };
}

/** Types a command's line, after the lines before it. */
export async function typeCommand(
  home: string,
  { before = [], line, input = "", env = {}, files = {}, isLasting }: ScriptedCommand,
  more: { args: readonly string[]; env?: Record<string, string>; now?: Date },
): Promise<Typed> {
  const words = (text: string) => text.replaceAll("HOME", home).split(" ");
  for (const earlier of before) {
    mustBeDone(earlier, await typeLine(home, words(earlier), { env }));
  }
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(home, name), content, { mode: 0o600 });
  }
  return typeLine(home, [...words(line), ...more.args], {
    input,
    env: { ...more.env, ...env },
    isStopped: isLasting === true,
    ...(more.now ? { now: more.now } : {}),
  });
}
