/** Runs `outlay` and measures its time and peak memory. */
import { spawn, type StdioOptions } from "node:child_process";
import { join } from "node:path";
import { environment, root } from "../program.ts";

const program = join(root, "packages/cli/bin/outlay.cjs");

/** A run longer than this counts as endless. */
const patienceMs = 120_000;

export interface Watched {
  code: number | null;
  /** The signal that ended it; null if it ended by itself. */
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  tookMs: number;
  /** Undefined if the system doesn't report it, and for a killed process. */
  peakBytes: number | undefined;
}

// At its end the program itself reports its memory as the system knows it, not its parent's.
const tellPeak = `
import { readFileSync, writeSync } from "node:fs";
process.on("exit", () => {
  try {
    writeSync(3, /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {}
});`;

const watchedProgram = [
  process.execPath,
  "--import",
  `data:text/javascript,${encodeURIComponent(tellPeak)}`,
  program,
] as const;

/** @param temporary the folder for the program's temporary files */
export function watch(
  home: string,
  args: readonly string[],
  { temporary, isInputClosed = false }: { temporary: string; isInputClosed?: boolean },
): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const beganMs = performance.now();
    const [command, ...rest] = isInputClosed
      ? ["bash", "-c", 'exec "$0" "$@" <&-', ...watchedProgram, ...args]
      : [...watchedProgram, ...args];
    const stdio: StdioOptions = ["pipe", "pipe", "pipe", "pipe"];
    const child = spawn(command, rest, {
      env: environment(home, { TMPDIR: temporary }),
      stdio,
      timeout: patienceMs,
      killSignal: "SIGKILL",
    });
    const texts = ["", "", "", ""];
    child.stdio.forEach((stream, index) => {
      stream?.on("data", (chunk: Buffer) => (texts[index] += chunk.toString("utf8")));
      // A program may end without reading its input.
      stream?.on("error", () => undefined);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const [, stdout = "", stderr = "", peak = ""] = texts;
      const peakBytes = peak === "" ? undefined : Number(peak) * 1024;
      const tookMs = performance.now() - beganMs;
      resolve({ code, signal, stdout, stderr, tookMs, peakBytes });
    });
    child.stdin?.end();
  });
}
