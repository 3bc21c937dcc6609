/** Real shells, in which the Tab key is pressed. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { environment, makePrograms, newFolder, outlay, runProgram } from "./program.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

const answers = (command: string, wanted: RegExp) =>
  wanted.test(spawnSync(command, ["--version"], { encoding: "utf8" }).stdout ?? "");

/** Why a shell can't be tried here; undefined where it can. */
export function missing(shell: Shell): string | undefined {
  if (!answers(shell, /./)) return `${shell} is not installed`;
  // Only a terminal has a Tab key, and `script` of util-linux makes one. fish tells without.
  const needsTerminal = shell !== "fish" && !answers("script", /util-linux/);
  return needsTerminal ? "script of util-linux is not installed" : undefined;
}

export interface Desk {
  folder: string;
  env: Record<string, string>;
}

/** A folder with `outlay` on the path, and what `outlay completion` prints for each shell. */
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

/** Shows the line as it is, behind Ctrl-X. */
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

/** What a line has become once the Tab key is pressed at its end. */
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

/** What fish offers at the end of a line: a word, and what it means, on a line each. */
export async function offeredByFish(line: string, { folder, env }: Desk): Promise<string[]> {
  const script = "source completion.fish; complete -C $argv[1]";
  const { stdout } = await runProgram("fish", ["--no-config", "-c", script, line], {
    env,
    cwd: folder,
  });
  return stdout.split("\n").filter((offered) => offered !== "");
}
