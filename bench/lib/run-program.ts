/** Runs whole programs, as somebody at a terminal does. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

interface Run {
  seconds: number;
  /** The most memory that the process used at once. */
  peakMib: number;
}

interface Program {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
}

/**
 * Measures a program in seconds.
 * @throws Error if it can't be started or ends with a code other than 0
 */
export async function timeProgram({ command, args, env = {} }: Program): Promise<number> {
  const startMs = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}.`);
  return (performance.now() - startMs) / 1000;
}

/** The built client, and how it is started. */
export const outlayProgram = fileURLToPath(
  new URL("packages/cli/bin/outlay.cjs", process.env["OUTLAY_ROOT"]),
);

/**
 * Measures the client in seconds.
 * @param home the folder of all its settings and data
 */
export const timeOutlay = (home: string, args: readonly string[]): Promise<number> =>
  timeProgram({
    command: process.execPath,
    args: [outlayProgram, ...args],
    env: { OUTLAY_HOME: home },
  });

/** Makes a process write its peak memory into a file, in KiB. */
const peakWriter = (path: string) =>
  `data:text/javascript,${encodeURIComponent(
    `import { writeFileSync } from "node:fs";
     process.on("exit", () => writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)));`,
  )}`;

/** @param home the folder of all its settings and data */
export async function runOutlay(home: string, args: readonly string[]): Promise<Run> {
  const path = `${home}-peak`;
  const seconds = await timeProgram({
    command: process.execPath,
    args: ["--import", peakWriter(path), outlayProgram, ...args],
    env: { OUTLAY_HOME: home },
  });
  return { seconds, peakMib: Number(await readFile(path, "utf8")) / 1024 };
}
