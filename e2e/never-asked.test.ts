/** If nobody can be asked, nothing is asked and nothing hangs, whatever is missing. */
import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { environment, newFolder, outlay, outlayProgram } from "./program.ts";

/** The commands below some words, as the help lists them. */
async function commandsBelow(home: string, words: readonly string[]): Promise<string[][]> {
  const { stdout } = await outlay(home, [...words, "--help"]);
  const [, list = ""] = /^Commands:\n((?: .*\n)+)/m.exec(stdout) ?? [];
  const names = [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name = ""]) => name);
  const below = await Promise.all(
    names.filter((name) => name !== "help").map((name) => commandsBelow(home, [...words, name])),
  );
  return below.length > 0 ? below.flat() : [[...words]];
}

/** Runs a command whose stdin is a pipe that nobody ever writes to; returns its exit code and message. */
function withOpenPipe(home: string, args: readonly string[]) {
  return new Promise<{ code: number | null; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [outlayProgram, ...args], { env: environment(home) });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.resume();
    child.on("error", reject);
    child.on("exit", (code) => {
      child.stdin.destroy();
      resolve({ code, stderr });
    });
  });
}

it("every command without arguments ends, and says what is missing", async () => {
  const home = await newFolder();
  const below = await commandsBelow(home, []);
  // Commands that are not just groups, and don't run until they are stopped.
  const commands = [...below.filter(([first]) => first !== "serve"), ["import"]];
  expect(commands.length).toBeGreaterThan(40);
  const ends = new Map<string, string>();
  const left = [...commands];
  const runSome = async () => {
    for (let words = left.pop(); words; words = left.pop()) {
      const { code, stderr } = await withOpenPipe(home, words);
      if (code === 0) continue;
      ends.set(words.join(" "), `${code} ${stderr.split("\n", 1)[0] ?? ""}`);
    }
  };
  await Promise.all([runSome(), runSome(), runSome()]);
  expect(Object.fromEntries(ends)).toMatchSnapshot();
});
