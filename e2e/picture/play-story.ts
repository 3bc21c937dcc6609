/** What the picture shows: a real shell at a real terminal, in which somebody types. */
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { IBufferLine } from "@xterm/headless";
import { environment, makePrograms, newFolder, runProgram } from "../program.ts";
import { colorful, inTerminal, keys } from "../terminal.ts";

/** `before.csv` is what was known before: the bank's last file, with the categories that somebody had put in. */
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
 * A green prompt behind a blank line, and what is typed bold, which bash 3 has no other way to end before a command
 * writes.
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

/** The lines of the terminal, from the first prompt to what is above the last one. */
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
