/** The story of the picture, typed into a real shell in a real terminal. */
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { IBufferLine } from "@xterm/headless";
import { environment, makePrograms, newFolder, runProgram } from "../program.ts";
import { colorful, inTerminal, keys } from "../terminal.ts";

/** `before.csv` holds earlier expenses: the bank's previous file, with categories added by hand. */
const preparations = [
  ["import", "before.csv", "--yes"],
  ["budget", "add", "320", "-c", "food"],
  ["budget", "add", "110", "-c", "transport"],
];

const story = [
  "outlay add 4.20 'Coffee @food #work'",
  "outlay import giro.csv --yes",
  "outlay budget status",
  "outlay report",
];

/**
 * A green prompt after a blank line, with typed text in bold; bash 3 has no other way to end the bold text
 * before a command's output.
 */
const shellSettings = String.raw`PS1='\n\[\e[1;32m\]$\[\e[0;1m\] '
trap 'printf "\e[0m"' DEBUG
`;

const beside = (name: string) => new URL(name, import.meta.url);

const atPrompt = /(^|\n)\$$/;

async function prepared(): Promise<{ folder: string; env: Record<string, string> }> {
  const folder = await newFolder();
  for (const name of ["before.csv", "giro.csv"]) await copyFile(beside(name), join(folder, name));
  await writeFile(join(folder, "shell-settings"), shellSettings);
  const env = environment(join(folder, "home"), {
    ...colorful,
    HOME: folder,
    TZ: "UTC",
    NODE_OPTIONS: `--import=${beside("fixed-day.mjs").href}`,
  });
  env["PATH"] = `${await makePrograms(folder)}:${env["PATH"]}`;
  for (const args of preparations) {
    const { code, stderr } = await runProgram("outlay", args, { env, cwd: folder });
    if (code !== 0) throw new Error(stderr);
  }
  return { folder, env };
}

/** The lines of the terminal, from the first prompt to the line above the last one. */
export async function playStory(columns: number): Promise<IBufferLine[]> {
  const { folder, env } = await prepared();
  const shell = ["--noprofile", "--rcfile", "shell-settings", "-i"];
  const screen = inTerminal("bash", shell, { columns, env, cwd: folder });
  await screen.shows(atPrompt);
  for (const line of story) {
    screen.type(line);
    await screen.shows(`$ ${line}`);
    screen.type(keys.enter);
    await screen.shows(atPrompt);
  }
  const { lines, text } = screen;
  const prompts = text.split("\n").flatMap((line, index) => (line.startsWith("$") ? [index] : []));
  return lines.slice(prompts[0], (prompts.at(-1) ?? 0) - 1);
}
