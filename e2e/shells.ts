/** Runs real shells, in which the Tab key is pressed. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { environment, makePrograms, newFolder, outlay, runProgram } from "./program.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

const answers = (command: string, wanted: RegExp) =>
  wanted.test(spawnSync(command, ["--version"], { encoding: "utf8" }).stdout ?? "");

/** Why a shell can't be tried here; undefined if it can. */
export function missing(shell: Shell): string | undefined {
  if (!answers(shell, /./)) return `${shell} is not installed`;
  // Only a terminal has a Tab key, so `script` of util-linux creates one. fish completes without.
  const needsTerminal = shell !== "fish" && !answers("script", /util-linux/);
  return needsTerminal ? "script of util-linux is not installed" : undefined;
}

export interface Desk {
  folder: string;
  env: Record<string, string>;
}

/** A folder with `outlay` on the path, and the output of `outlay completion` for each shell. */
export async function newDesk(): Promise<Desk> {
  const folder = await newFolder();
  const bin = await makePrograms(folder);
  for (const shell of shells) {
    const { stdout } = await outlay(folder, ["completion", shell]);
    await writeFile(join(folder, `completion.${shell}`), stdout);
  }
  const env = environment(join(folder, "home"), { HOME: folder, TERM: "xterm" });
  return { folder, env: { ...env, PATH: `${bin}:${env["PATH"]}` } };
}

/** Shows the line when Ctrl-X is pressed. */
const reports = {
  bash: [
    "source completion.bash",
    `report() { printf '<<%s>>' "$READLINE_LINE"; exit; }`,
    String.raw`bind -x '"\C-x": report'`,
  ],
  zsh: [
    "autoload -Uz compinit; compinit -D -u; source completion.zsh",
    'report() { print -rn -- "<<$BUFFER>>"; exit }',
    "zle -N report; bindkey '^X' report",
  ],
};

const starts = { bash: "bash --norc --noprofile -i", zsh: "zsh -f -i" };

/** The line after the Tab key was pressed at its end. */
export async function lineAfterTab(
  shell: "bash" | "zsh",
  line: string,
  { folder, env }: Desk,
): Promise<string> {
  const input = `${reports[shell].join("; ")}\n${line}\t\u0018`;
  const { stdout } = await runProgram("script", ["-qec", starts[shell], "/dev/null"], {
    env,
    input,
    cwd: folder,
  });
  const shown = stdout.slice(stdout.lastIndexOf("<<") + 2);
  return shown.slice(0, shown.lastIndexOf(">>"));
}

/** The suggestions of fish at the end of a line: a word and its meaning per line. */
export async function offeredByFish(line: string, { folder, env }: Desk): Promise<string[]> {
  const script = "source completion.fish; complete -C $argv[1]";
  const { stdout } = await runProgram("fish", ["--no-config", "-c", script, line], {
    env,
    cwd: folder,
  });
  return stdout.split("\n").filter((offered) => offered !== "");
}
