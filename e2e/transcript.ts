/**
 * Transcripts: typed commands and the screens that follow, as text that reads like a manual.
 *
 *     $ outlay show 9             a command line, run by bash
 *     Recorded expense 1: …       stdout
 *     ! outlay: There is …        stderr
 *     = 5                         the exit code, if it is not 0
 *
 * Today is written 2026-11-22 and yesterday 2026-11-21, in commands and on screens; `<…>` stands for any text on
 * that line. Everything else in the file is prose, except blocks like ```` ```csv giro.csv ````, which are files
 * that exist at the start. `$ outlay serve …` starts a server on a free port; the address 127.0.0.1:8000 and the
 * folder /var/lib/outlay then stand for its own. `$ kill %1` stops it, and another such line restarts it on the
 * same port.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  environment,
  makePrograms,
  newFolder,
  runProgram,
  serve,
  type Serving,
} from "./program.ts";

export interface Turn {
  line: string;
  /** The screen: stdout, then stderr after `!`, then the exit code. */
  screen: string[];
}

const isPrompt = (line: string) => line.startsWith("$ ");
const shownHost = "127.0.0.1:8000";
const stopLine = "$ kill %1";
const shownData = "/var/lib/outlay";

/** The commands and screens between lines of ```` ```console ```` and ```` ``` ````. */
export function readTurns(markdown: string): Turn[] {
  const blocks = markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm);
  const lines = [...blocks].flatMap(([, block = ""]) => block.trimEnd().split("\n"));
  const turns: Turn[] = [];
  for (const line of lines) {
    if (isPrompt(line)) turns.push({ line, screen: [] });
    else turns.at(-1)?.screen.push(line.trimEnd());
  }
  return turns;
}

/** The files that a text shows, by name. */
export const readFiles = (markdown: string): Map<string, string> =>
  new Map(
    [...markdown.matchAll(/^```csv (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", text = ""]) => [
      name,
      text,
    ]),
  );

/** The fixed dates that transcripts show for today and yesterday. */
const shownDays = ["2026-11-22", "2026-11-21"] as const;

const pad = (value: number) => String(value).padStart(2, "0");

function dayText(daysAgo: number): string {
  const day = new Date();
  day.setDate(day.getDate() - daysAgo);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/** Replaces both dates at once, because the real name of one may be the shown name of the other. */
function withDays(text: string, from: readonly string[], to: readonly string[]): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => to[from.indexOf(day)] ?? day);
}

const linesOf = (text: string) => (text === "" ? [] : text.trimEnd().split("\n"));

function screenLines(stdout: string, stderr: string, code: number | null): string[] {
  return [
    ...linesOf(stdout).map((line) => line.trimEnd()),
    ...linesOf(stderr).map((line) => `! ${line}`.trimEnd()),
    ...(code === 0 ? [] : [`= ${code}`]),
  ];
}

/** Normalises the parts of a screen that may differ from run to run, if `expected` allows it. */
function normalized(screen: string[], expected: readonly string[], host: string): string[] {
  return screen.map((line, index) => {
    const shown = withDays(line, [dayText(0), dayText(1)], shownDays).replaceAll(host, shownHost);
    const wanted = expected[index] ?? "";
    if (!wanted.includes("<…>")) return shown;
    const pattern = wanted.split("<…>").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return new RegExp(`^${pattern.join(".*")}$`).test(shown) ? wanted : shown;
  });
}

/** A replacement for `curl -s ADDRESS`, if curl isn't installed. */
const curl = `#!/usr/bin/env node
fetch(process.argv[3]).then((answer) => answer.text()).then((text) => process.stdout.write(text));
`;

/** Programs that stand in for others, beside `outlay`: pnpm, to run the checkout's script, and curl. */
async function addStandIns(bin: string): Promise<void> {
  const npx =
    '#!/bin/sh\n[ "$2" = pnpm@10.34.8 ] && [ "$4" = outlay ] && shift 4 && exec outlay "$@"\n';
  await writeFile(join(bin, "npx"), npx, { mode: 0o755 });
  await writeFile(join(bin, "curl"), curl, { mode: 0o755 });
}

/**
 * A port for a server that is restarted on it: outside the range that the system assigns, so that nobody takes
 * it meanwhile.
 */
const lastingPort = () => 10_000 + Math.floor(Math.random() * 20_000);

/** Types each line, and reads the screen. */
export async function play(
  turns: readonly Turn[],
  files: ReadonlyMap<string, string>,
): Promise<Turn[]> {
  const folder = await newFolder();
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  const bin = await makePrograms(folder);
  await addStandIns(bin);
  const env = environment(join(folder, "home"), { HOME: folder });
  const path = `${bin}:${env["PATH"]}`;
  const played: Turn[] = [];
  let host = shownHost;
  const comesBack = turns.some(({ line }) => line === stopLine);
  const port = comesBack ? lastingPort() : 0;
  let server: Serving | undefined;
  const data = join(folder, "server", "data");
  for (const { line, screen: expected } of turns) {
    if (line.startsWith("$ outlay serve ")) {
      server = await serve(join(folder, "server"), {}, port);
      host = new URL(server.url).host;
      played.push({ line, screen: [] });
      continue;
    }
    if (line === stopLine) {
      await server?.stop();
      played.push({ line, screen: [] });
      continue;
    }
    const given = line.slice(2).replaceAll(shownHost, host).replaceAll(shownData, data);
    const typed = withDays(given, shownDays, [dayText(0), dayText(1)]);
    const { stdout, stderr, code } = await runProgram("bash", ["-c", typed], {
      env: { ...env, PATH: path },
      cwd: folder,
    });
    const screen = normalized(screenLines(stdout, stderr, code), expected, host);
    played.push({ line, screen });
  }
  return played;
}
